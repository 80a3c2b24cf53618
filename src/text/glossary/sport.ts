/** Words of sport of all kinds. */
export const SPORT = `
amateur||amador|amateur|amateur|любитель|هواة|amaterski
archery archer|arquería|arqueiro|archer|bogenschießen bogenschützin|лучник|قوس|lokostrelstvo
arena|arena|arena|arène|arena|арена ареном|أرينا|arena arene areni areno
athlete athletics|atleta atletismo|atleta atletismo|athlète athlétisme|athlet sportler sportlerin athletin leichtathletik|спортсмен атлет легкоатлет легкоатлетка спортсменом|رياضيين|športnik atlet športnica atletika
badminton|bádminton|badminton|badminton|badminton|бадминтон|ريشة|badminton
ball|balón pelota|bola|ballon balle|ball|мяч мяча||žoga žoge žogi žogo
baseball softball|béisbol sóftbol|beisebol softbol|baseball softball|baseball softball|бейсбол софтбол|بيسبول|bejzbol
basketball nba|baloncesto nba básquet básquetbol basquetbolista|basquete basquetebol nba|basket basketball nba|basketball nba|баскетбол нба баскетболист|سلة|košarka košarkar nba košarkarski košarkarji košarkarjev košarkarice
beat defeat defeated|vence derrota derrotó venció|vence derrota derrotou venceu|battu défaite battue|besiegt schlägt geschlagen besiegen|обыграл обыграли одолел|هزيمة هزم|premagal premagali premagala
bed|||lit|bett betten|кровать кровати|سرير|postelja postelje
bicycle cycling cyclist bike|ciclismo ciclista bicicleta|ciclismo ciclista bicicleta|cyclisme cycliste vélo vélos|radsport fahrrad radfahrer radfahrerin radfahrerinnen|велоспорт велосипед велосипедист велогонщик|دراجات دراجة|kolesarstvo kolo kolesar kolesarji
bowling bowler|bolos|boliche|bowling|kegeln|боулинг|بولينغ|kegljanje
boxing boxer|boxeo boxeador|boxe pugilista boxeador|boxe boxeur|boxen boxer boxkampf boxerin boxerinnen|бокс боксер|ملاكمة ملاكم|boks boksar boksa boksu boksi bokse
boyfriend girlfriend|novio novia|namorado namorada||freundin|бойфренд||punca
bronze|bronce|bronze|bronze|bronze|бронза бронзовый бронзу|برونزية برونز|bron bronasta bronast
canoe kayak|canoa piragüismo kayak|canoa canoagem caiaque|canoë kayak|kanu kajak|каноэ байдарка|كانوي|kanu kajak
captain|capitán|capitão|capitaine|kapitän|капитан капитана капитаном|كابتن|kapetan
champion championship|campeón campeona campeonato|campeão campeã campeonato|champion championne championnat|meister meisterschaft weltmeister weltmeisterin weltmeisterschaft europameister europameisterschaft meisterin meisterinnen|чемпион чемпионат чемпионка|بطل بطولة بطلة أبطال|prvak prvakinja prvenstvo
chess|ajedrez|xadrez||schach|шахматы шахматист|شطرنج|šah šahist šaha šahu šahi šahe šahom šahov šahih
climbing climber|escalada escalador alpinista|escalada alpinista|escalade alpiniste grimpeur|klettern kletterer bergsteiger alpinist bergsteigerin bergsteigerinnen|скалолазание альпинист|تسلق متسلق|plezanje plezalec alpinist
club|club|clube|club|klub verein|клуб|ناد نادي|klub kluba klubu klubi klube
coach trainer|entrenador técnico entrena|treinador|entraîneur|trainer trainerin|тренер тренера|مدرب مدربة|trener trenerka selektor
comeback|remontada||comeback|comeback|камбэк|ريمونتادا|preobrat
contest competition tournament|competición torneo competencia|competição torneio competições|compétition tournoi tournois|wettkampf turnier|турнир соревнование конкурс|منافسة منافسات|tekmovanje turnir
cricket cricketer|críquet|críquete|cricket|cricket|крикет|كريكيت|kriket
cup|copa|copa taça||pokal weltcup|кубок кубка|كأس|pokal pokala
dakar|rally dakar|rali dakar|rallye dakar|rallye dakar|ралли дакар|رالي داكار|reli dakar
dance dancer|baile bailarín danza|dança bailarino|danse danseur|tanz tänzer tänzerin tänzerinnen|танец танцы|رقص|ples plesalec plesa plesu plesi plese
debut|debut debuta|estreia||debüt|дебют|ظهوره|debi prvenec
derby|derbi clásico|dérbi clássico|derby|derby|дерби|ديربي|derbi
disqualify disqualified|descalificado descalifica|desclassificado desqualificado|disqualifié|disqualifiziert|дисквалификация дисквалифицирован|استبعاد|diskvalificiran diskvalifikacija
diving diver|buceo buceador|mergulho mergulhador|plongeon plongeur|tauchen taucher|дайвер водолаз|غطس|potapljač potapljanje
doping steroid|dopaje doping antidopaje|doping antidoping|dopage antidopage|doping|допинг антидопинговый|منشطات|doping
draw tie|empate empata|empate empata|nul|unentschieden|ничья вничью|تعادل تعادلا|neodločen remi
equestrian horse jockey|equitación caballo hípica|hipismo cavalo|équitation cheval chevaux|pferd reiten pferde|лошадь конный|خيول فروسية|konj konji jahanje konja konju konje
fan fans spectator|hincha espectador seguidores|torcedor torcida espectador adepto|supporter spectateur supporters|fan zuschauer fans zuschauerin zuschauerinnen|болельщик фанат|مشجع جماهير متفرج|navijač gledalec navijači
fencing|esgrima|esgrima|escrime|fechten|фехтование|مبارزة|sabljanje
final finalist|final finalista|final finalista finais|finale finaliste|finale finalist endspiel|финал финалист финалы|نهائي نهائية|finale finala finalist finalu
football soccer footballer fifa uefa|fútbol futbolista fifa uefa|futebol futebolista fifa uefa|football footballeur foot fifa uefa|fußball fußballer fifa uefa fußballerin fußballerinnen|футбол футболист фифа уефа|فيفا يويفا كرة|nogomet nogometaš fifa uefa nogometni fife fifi fifo uefe uefi uefo
formula motorsport|fórmula|fórmula automobilismo|formule|formel motorsport|формула автоспорт|فورمولا|formula
game games|juego juegos|jogo jogos|jeu jeux|spiel spiele|игра игру|لعبة ألعاب|igra igre igro iger igrah igri
goal|gol goles goleador|gol gols|buteur|tor torschütze tore|гол голы|هدف أهداف|gol zadetek zadetki gola golu goli gole golom golov golih
goalkeeper keeper|portero arquero guardameta|goleiro|gardien|torwart torhüter torhüterin torhüterinnen|вратарь голкипер|حارس|vratar vratarja vratarka
golf golfer|golf golfista|golfe golfista|golf golfeur|golf golfer|гольф|غولف جولف|golf golfa golfu golfi golfe
gym|||gymnase|fitnessstudio|тренажерный||telovadnica
gymnastics gymnast|gimnasia gimnasta|ginástica ginasta|gymnastique gymnaste|turnen turnerin turner|гимнастика гимнастка гимнаст|جمباز|gimnastika telovadka telovadec
handball|balonmano|handebol andebol|handball|handball|гандбол|لليد|rokomet rokometaš
hockey nhl|hockey nhl|hóquei|hockey|hockey eishockey|хоккей хоккеист нхл кхл|هوكي|hokej hokejist
hooligan|hooligan|hooligan|hooligan|hooligan|хулиган хулиганом||huligan
host|anfitrión sede|anfitrião sede|hôte|gastgeber|хозяин|مضيف استضافة|gostitelj
ioc|coi|coi|cio|ioc|мок||mok
judo judoka|judo yudoca judoca|judô judoca|judo judoka|judo|дзюдо дзюдоист|جودو|judo judoist
karate|kárate karate|caratê|karaté|karate|каратэ|كاراتيه|karate
league premiership|liga|liga|ligue|liga bundesliga|лига|دورى|liga lige ligi ligo
lose loss lost|pierde pérdida perdió perdido|perde perda perdeu|perd perte perdu perdus|verliert niederlage verloren|проиграл потеря проиграли потерял поражение|خسارة يخسر خسر خسرت|izgubil poraz izgubili poraza
marathon|maratón|maratona|marathon|marathon|марафон|ماراثون ماراتون|maraton maratona
mascot|mascota|mascote|mascotte|maskottchen|талисман талисманом|تميمة|maskota
medal medallist medalist|medalla medallista|medalha medalhista|médaille médaillé|medaille medaillengewinner goldmedaille silbermedaille bronzemedaille|медаль медалист медали|ميدالية ميداليات|medalja medalje medalj
motorcycle motorbike motogp|motociclista motocicleta moto|motocicleta moto motociclista|moto motard motos|motorrad motorradfahrer|мотоцикл мотоциклист|نارية|motor motociklist
olympic olympics olympian|olímpico olimpiada olimpiadas|olímpico olimpíada olimpíadas|olympique olympiques|olympia olympisch olympische olympiasieger olympiasiegerin sommerspiele winterspiele|олимпийский олимпиада олимпиец|أولمبياد أولمبي أولمبية|olimpijski olimpijske olimpijec olimpijada olimpijci
opponent rival|rival adversario|rival adversário rivais|rival adversaire|gegner rivale gegnerin gegnerinnen|соперник|خصم|nasprotnik tekmec
paralympic paralympics|paralímpico|paralímpico|paralympique paralympiques|paralympisch paralympics|паралимпийский паралимпиада|بارالمبية|paraolimpijski
penalty|penalti penal|pênalti penálti|penalty|elfmeter|пенальти|جزاء|enajstmetrovka
pentathlon|pentatlón|pentatlo|pentathlon|fünfkampf|пятиборье|خماسي|peteroboj
pingpong|pimpón||pongiste|tischtennis||طاولة|namizni
player|jugador jugadora|jogador jogadora|joueur joueuse|spielerin|игрок игрока|لاعب لاعبة لاعبين|
podium|podio|pódio|podium|podium|подиум пьедестал пьедесталы|منصة|stopničke
pool|piscina|piscina|piscine|schwimmbad|бассейн|مسبح|bazen bazenu
qualify qualification qualifier qualified|clasifica clasificación clasificado|classifica classificação classificado|qualifie qualification qualifié qualifiés|qualifiziert qualifikation|квалификация отборочный|تأهل تصفيات يتأهل|uvrstitev kvalifikacije uvrstil uvrstitve
quarterfinal quarterfinals|||quarts|viertelfinale|четвертьфинал|ربع|četrtfinale
race|carrera|corrida|course|rennen|гонка забег гонки|سباق سباقات|dirka dirke dirki dirko
record||recorde|record|rekord|рекорд рекордный|قياسي قياسية|rekord rekordni rekorda
referee umpire|árbitro arbitraje|árbitro arbitragem|arbitre arbitrage|schiedsrichter schiedsrichterin schiedsrichterinnen|рефери арбитр|حكام تحكيم|
relay|relevo relevos|revezamento|relais|staffel|эстафета|تتابع|štafeta
result|resultado|resultado|résultat|ergebnis resultat|результат|نتيجة نتائج|rezultat izid izida izidu izidi izide
rowing rower|remo remero|remador|aviron rameur|rudern ruderer|гребля гребец гребца|تجديف|veslanje veslač
rugby|rugby|rúgbi|rugby|rugby|регби|رجبي ركبي|ragbi
runner sprinter sprint|corredor|corredor|coureur sprinteur sprint|sprint sprinter|бегун спринтер спринт|عداء|tekač šprint tekačica
sailing yacht|velero yate regata vela|vela iate regata|voilier yacht voile régate|segeln yacht segler|яхта парусный регата|يخت شراعية|jadranje jahta jadralec regata jahte jahti jahto
score scored|marcador|placar|score|spielstand|счет|سجل|zadel
season|temporada|temporada|saison|saison|сезон|موسم|sezona sezone sezoni
semifinal semifinals|semifinal semifinales|semifinal semifinais||halbfinale|полуфинал||polfinale
silver|plata|prata||silber|серебро серебряный|فضة فضية|srebro srebrni srebrna
skateboarding skateboard skater|skateboarding monopatín skate|skate skatista|skateboard|skateboard|скейтбординг скейтборд|سكيت|rolkanje rolkar
skiing ski skier slalom|esquí esquiador eslalon|esqui esquiador|ski skieur slalom skis|ski skifahrer slalom skirennen skifahrerin skifahrerinnen|лыжи лыжник лыжный слалом слалома|تزلج|smučanje smučar smučarka slalom smučarski
snowboard snowboarding|snowboard|snowboard|snowboard|snowboard|сноуборд|سنوبورد|deskar
sponsor|patrocinador|patrocinador patrocínio|sponsor|sponsor|спонсор||sponzor
sport sports|deporte deportivo deportista|esporte desporto esportivo|sport sportif sportive|sport sportlich|спорт спортивный|رياضة رياضي|šport športni športna
stadium|estadio|estádio|stade|stadion|стадион|استاد ملعب ملاعب|stadion stadiona
striker midfielder|delantero mediocampista centrocampista|zagueiro||mittelfeld|нападающий полузащитник защитник|مدافع|vezist branilec
surfing surf surfer|surf surfista|surfe surfista|surf surfeur|surfen surfer|серфинг серфер||
swimming swimmer swim|natación nadador|natação nadador natações|natation nageur nageuse|schwimmen schwimmer schwimmerin schwimmerinnen|плавание пловец пловчиха пловца||plavanje plavalec plavalka
taekwondo|taekwondo|taekwondo|taekwondo|taekwondo|тхэквондо|تايكواندو|taekwondo
team squad|equipo selección seleccionado|equipe seleção seleções|équipe sélection|mannschaft team nationalmannschaft|сборная сборной команда|فريق منتخب|ekipa reprezentanca ekipe moštvo ekipi ekipo
tennis wimbledon|tenis tenista wimbledon|tênis tenista wimbledon|wimbledon|tennis wimbledon|теннис теннисист уимблдон|تنس ويمبلدون|tenis teniški wimbledon tenisač
title trophy|título trofeo|título troféu|titre trophée|titel trophäe|титул трофей|لقب|naslov lovorika
transfer|fichaje traspaso|transferência|transfert|transfer wechsel|трансфер|انتقال صفقة|prestop
triathlon|triatlón|triatlo|triathlon|triathlon|триатлон|ترياتلون|triatlon
volleyball|voleibol vóley|vôlei voleibol|volley|volleyball|волейбол||odbojka odbojkar
weightlifting weightlifter|halterofilia|halterofilismo|haltérophilie|gewichtheben|штанга тяжелоатлет|أثقال|dvigovanje
win victory winner won|gana victoria ganador ganó|ganha vitória vencedor ganhou|gagne victoire vainqueur gagné remporte|gewinnt sieg sieger gewonnen siegerin siegerinnen|выиграл победитель выиграли победа|فوز يفوز فاز فائز فازت|zmaga zmagal zmage zmago zmagovalec zmagi
workout||treinamento treino|entraînement|training|тренировка|تدريب تدريبات|trening treninga
wrestling wrestler|luchador|lutador|lutteur|ringen ringer ringerin ringerinnen|борец борца|مصارعة مصارع|rokoborba rokoborec
`;
