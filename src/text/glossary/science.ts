/** Words of science, space, technology and the internet. */
export const SCIENCE = `
ai artificial|ia artificial|ia artificial artificiais|ia artificielle|ki künstlich künstliche|искусственный нейросеть|اصطناعي|umetna umetne
algorithm|algoritmo|algoritmo|algorithme|algorithmus|алгоритм|خوارزمية|algoritem
app application|aplicación|aplicativo aplicação|application appli|app apps|приложение|تطبيق تطبيقات|aplikacija
asteroid meteorite meteor|asteroide meteorito|asteroide meteorito|astéroïde météorite|asteroid meteorit|астероид метеорит метеорита|كويكب نيزك|asteroid meteorit
astronaut cosmonaut|astronauta cosmonauta|astronauta cosmonauta|astronaute cosmonaute spationaute|astronaut kosmonaut|космонавт астронавт|رائد رواد|astronavt kozmonavt
astronomy astronomer telescope|astronomía astrónomo telescopio|astronomia astrônomo telescópio|astronomie astronome télescope|astronomie astronom teleskop|астроном телескоп астронома|تلسكوب فلك|astronom teleskop
atom atomic|átomo atómico|átomo atômico|atome atomique|atom atombombe atomwaffen|атом атомный атома|ذري ذرية|atomski
battery|batería||batterie|batterie akku|аккумулятор батарея|بطارية بطاريات|baterija
biology biologist|biología biólogo|biologia biólogo|biologie biologiste|biologie biologe|биолог биология|أحياء|biolog biologija
browser|navegador|navegador|navigateur|browser|браузер|متصفح|brskalnik
camera|||caméra|kamera|камера|كاميرا|kamera
chemistry chemical|química químico|química químico|chimie chimique|chemie chemisch|химия химический|كيمياء كيميائي|kemija kemični kemijski
chip semiconductor|chip semiconductor|chip semicondutor|puce|chip halbleiter|чип полупроводник|رقائق|čip polprevodnik čipa čipu čipi čipe čipom čipov čipih
comet|cometa|cometa|comète|komet|комета||komet
computer laptop|computadora portátil|computador notebook|ordinateur|computer rechner laptop|компьютер ноутбук|كمبيوتر حاسوب|računalnik računalniški
cyber cybersecurity|ciberseguridad|cibersegurança|cybersécurité cybersécuritée|cybersicherheit|кибербезопасность кибербезопасности|إلكتروني|
data database|datos|dados||daten datenschutz|данные||podatek podatki podatkov
digital|digital digitales|digital digitais|numérique|digital|цифровой||digitalni digitalna
dinosaur fossil|dinosaurio fósil|dinossauro fóssil|dinosaure fossile|dinosaurier fossil|динозавр|ديناصور أحفوري|dinozaver fosil
dna gene genetic genome|adn gen genético genoma|dna gene genético genoma|adn génétique génome|dna gen genetisch genom|днк ген генетический геном генома|جيني وراثي|dnk gen genetski gena genu geni gene genom genih
eclipse|eclipse|eclipse|éclipse|sonnenfinsternis mondfinsternis|затмение|كسوف خسوف|mrk mrka mrku mrke mrkom mrkov mrkih
engineer engineering|ingeniero ingeniería|engenheiro engenharia|ingénieur ingénierie|ingenieur|инженер|مهندس هندسة|inženir
experiment|experimento|experimento||experiment|эксперимент|تجربة تجارب|eksperiment poskusni
facebook instagram whatsapp meta|facebook instagram whatsapp|facebook instagram whatsapp|facebook instagram whatsapp|facebook instagram whatsapp|фейсбук инстаграм вотсап инстаграма|فيسبوك إنستغرام واتساب|facebook instagram whatsapp
galaxy|galaxia|galáxia|galaxie univers|galaxie universum|галактика вселенная|كون|galaksija
google|google|google|google|google|гугл|غوغل جوجل|google
internet online web|internet online|internet online|internet|internet online|интернет онлайн|إنترنت|internet splet spletni
invention inventor invent|invento inventor|invenção inventor invenções|invention inventeur|erfindung erfinder|изобретение изобретатель|اختراع|izum izumitelj izuma izumu izumi izume
iphone apple|iphone apple|iphone apple|iphone apple|iphone apple|айфон|آبل|iphone apple
laser||laser|laser lasers|laser|лазер|ليزر|laser
machine|máquina|máquina|machine|maschine|станок|آلة|stroj
mars martian|marciano|marciano|martien|marsmission|марс|مريخ|mars marsu
mathematics mathematician maths|matemáticas matemático|matemática matemático|mathématiques mathématicien|mathematik mathematiker mathematikerin mathematikerinnen|математика математик||matematika matematik
message|mensaje|mensagem|message||сообщение|رسالة رسائل|sporočilo
microsoft|microsoft|microsoft|microsoft|microsoft|майкрософт|مايكروسوفت|microsoft
moon lunar||lua lunar|lune lunaire|mond|луна лунный|قمر أقمار|luna lune lunin luni luno
motor turbine|motor|motor|moteur|motor triebwerk|двигатель||pogon
nasa|nasa||nasa|nasa||ناسا|
network|red redes|rede redes|réseau réseaux|netzwerk|сеть|شبكة شبكات|omrežje
nuclear uranium reactor|nuclear uranio reactor nucleares|nuclear urânio reator|nucléaire uranium réacteur|nuklear atomkraftwerk uran reaktor kernkraft|ядерный уран реактор ураном|نووي نووية يورانيوم|jedrski jedrska uran reaktor nuklearka urana uranu urani urane
orbit|órbita|órbita|orbite|umlaufbahn|орбита|مدار|orbita
password|contraseña|senha||passwort|пароль||geslo
patent|patente|patente|brevet|patent|патент||patent
phone telephone smartphone mobile|teléfono móvil celular smartphone celulares|telefone celular smartphone|téléphone smartphone portable|telefon handy smartphone|телефон смартфон|هاتف هواتف|telefon mobilni
physics physicist||física físico|physique physicien|physik physiker physikerin physikerinnen|физик физика|فيزياء|fizik fizika
planet|planeta|planeta|planète|planet|планета планеты|كوكب|planet
privacy|privacidad|privacidade|confidentialité confidentialitée|privatsphäre|конфиденциальность конфиденциальности|خصوصية|zasebnost
quantum|cuántico|quântico|quantique|quanten|квантовый|كمي|kvantni
radiation radioactive|radiación radiactivo|radiação radioativo radiações|radiation radioactif|strahlung radioaktiv|радиация радиоактивный|إشعاع|sevanje radioaktivni
research researcher|||chercheur recherche|forscher forschung forscherin forscherinnen|исследователь|باحث باحثون أبحاث|raziskovalec raziskovalci
robot|robot|robô|robot|roboter|робот|روبوت|robot
satellite|satélite|satélite|satellite|satellit satelliten|спутник||satelit satelita
science scientist scientific|ciencia científico|ciência cientista científico|science scientifique|wissenschaft wissenschaftler wissenschaftlerin wissenschaftlerinnen|наука научный ученый|علماء|znanost znanstvenik znanstveniki
server|servidor|servidor|serveur|server|сервер|خادم|strežnik
software|software|software|logiciel|software|софт|برمجيات|programska
space spaceship spacecraft|espacial|espacial espaciais|spatial spatiale|weltraum raumfahrt raumschiff raumstation|космос космический роскосмос|فضاء فضائية فضائي|vesolje vesoljski vesoljska
spam phishing malware|phishing malware|phishing malware|hameçonnage|schadsoftware phishing||تصيد|phishing
species extinct extinction|especie extinción|espécie extinção extinções|extinction|artensterben aussterben|вымирание|انقراض|izumrtje
technology tech|tecnología tecnológico|tecnologia tecnológico|technologie technologique|technologie technik|технология технологии|تكنولوجيا تقنية|tehnologija tehnološki
telecom telecommunications|telecomunicaciones|telecomunicações|télécoms télécommunications|telekommunikation telekom|телеком телекома|اتصالات|telekom telekomunikacije
telegram|telegram|telegram|telegram|telegram|телеграм телеграма|تلغرام تيليغرام|telegram
tesla|tesla|tesla|tesla|tesla|тесла|تسلا|tesla tesle tesli teslo
tiktok|tiktok|tiktok|tiktok|tiktok|тикток||tiktok
tweet|tuit||tweet|tweet|соцсети соцсеть твит|تغريدة|tvit tvita tvitu tviti tvite
twitter|twitter|twitter|twitter|twitter|твиттер|تويتر|twitter
user|usuario|usuário||nutzer nutzerin nutzerinnen|пользователь|مستخدم|uporabnik uporabniki
website site|portal|site|site|webseite website|сайт|موقع|
wikipedia|wikipedia|wikipédia|wikipédia|wikipedia|википедия|ويكيبيديا|wikipedija
youtube|youtube|youtube|youtube|youtube|ютуб|يوتيوب|youtube
`;
