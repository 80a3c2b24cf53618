/** The languages of the columns below. */
export const GLOSSARY_LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'ru', 'ar', 'sl'] as const;

/** Common words of news, a concept a line, a language a column; several words of one language stand side by side. */
export const GLOSSARY_WORDS = `
abandon quit withdraw|abandona retira|abandona desiste|abandonne retire renonce|verzichtet absage|отказался снялся|انسحاب تنسحب|odstop umik
accident crash|accidente choque|acidente colisao|accident collision|unfall absturz|авария дтп катастрофа|حادث تحطم|nesreca
accuse charge|acusa acusado|acusa acusado|accuse inculpe|beschuldigt angeklagt|обвинил обвиняют|اتهام يتهم|obtozil obtozen
actor|actor|ator|acteur|schauspieler|актер|ممثل|igralec
africa|africa|africa|afrique|afrika|африка|افريقيا|afrika
agreement deal|acuerdo|acordo|accord|abkommen einigung|соглашение сделка|اتفاق|sporazum dogovor
airport|aeropuerto|aeroporto|aeroport|flughafen|аэропорт|مطار|letalisce
anthem hymn|himno|hino|hymne|hymne|гимн|نشيد|himna
apology apologise|disculpa|desculpa|excuse|entschuldigung|извинения|اعتذار يعتذر|opravicilo
army military|ejercito militar|exercito militar|armee militaire|armee militar|армия военный|جيش|vojska
arrest detain|detenido arrestado|detido preso|arrete interpelle|verhaftet festgenommen|арестован задержан|اعتقال|aretiran
athlete|atleta deportista|atleta|athlete|athlet sportler|спортсмен атлет|رياضي لاعب|sportnik atlet
attack assault|ataque atentado|ataque atentado|attaque attentat|angriff anschlag|атака нападение теракт|هجوم|napad
ban prohibit|prohibe veto|proibe veto|interdit interdiction|verbot verbietet|запрет запретил|حظر يحظر|prepoved
bank|banco|banco|banque|bank|банк|بنك|banka
basketball|baloncesto|basquete|basket|basketball|баскетбол|كرة السلة|kosarka
beat defeat|vence derrota|vence derrota|bat defaite|schlagt besiegt|победил обыграл|يهزم|premagal
bed|cama|cama|lit|bett|кровать|سرير|postelja
bicycle cycling|ciclismo bicicleta|ciclismo bicicleta|cyclisme velo|radsport fahrrad|велоспорт велосипед|دراجات|kolesarstvo
bomb explosion|bomba explosion|bomba explosao|bombe explosion|bombe explosion|бомба взрыв|انفجار قنبلة|bomba eksplozija
border|frontera|fronteira|frontiere|grenze|граница|حدود|meja
boxing|boxeo|boxe|boxe|boxen|бокс|ملاكمة|boks
british britain|britanico|britanico|britannique|britisch|британский великобритания|بريطانيا|britanski
budget|presupuesto|orcamento|budget|haushalt|бюджет|ميزانية|proracun
cancel|cancela cancelado|cancela cancelado|annule annulation|absage abgesagt|отмена отменили|الغاء|odpoved
captain|capitan|capitao|capitaine|kapitan|капитан|كابتن|kapetan
ceremony|ceremonia|cerimonia|ceremonie|zeremonie feier|церемония|حفل|slovesnost
champion championship|campeon campeonato|campeao campeonato|champion championnat|meister meisterschaft|чемпион чемпионат|بطل بطولة|prvak prvenstvo
child children kid|nino ninos hijo|crianca criancas filho|enfant|kind kinder|ребенок дети|طفل اطفال|otrok
china chinese|china chino|china chines|chine chinois|china chinesisch|китай|الصين|kitajska
church|iglesia|igreja|eglise|kirche|церковь|كنيسة|cerkev
city|ciudad|cidade|ville|stadt|город|مدينة|mesto
climate|clima|clima|climat|klima|климат|مناخ|podnebje
climbing|escalada|escalada|escalade|klettern|скалолазание|تسلق|plezanje
coach trainer|entrenador|treinador tecnico|entraineur|trainer|тренер|مدرب|trener
company|empresa|empresa|entreprise|unternehmen|компания|شركة|podjetje
condom|condon preservativo|preservativo camisinha|preservatif|kondom|презерватив|واقي|kondom
contagion infection outbreak|contagio brote infeccion|contagio surto infeccao|contagion infection|infektion ansteckung|заражение вспышка инфекция|عدوى تفشي|okuzba
coronavirus covid|coronavirus covid|coronavirus covid|coronavirus covid|coronavirus covid corona|коронавирус ковид|كورونا كوفيد|koronavirus covid
country|pais|pais|pays|land|страна|دولة بلد|drzava
court|tribunal corte|tribunal|tribunal|gericht|суд|محكمة|sodisce
crisis|crisis|crise|crise|krise|кризис|ازمة|kriza
dead die death|muere muerto muerte|morre morto morte|mort meurt deces|tot stirbt tod|умер погиб смерть|وفاة موت|umrl smrt
debt|deuda|divida|dette|schulden|долг|ديون|dolg
debut|debut debuta|estreia|debut|debut premiere|дебют|ظهور|debi prvenec
delegation|delegacion|delegacao|delegation|delegation|делегация|وفد|delegacija
director|director|diretor|directeur|direktor|директор|مدير|direktor
disqualify|descalificado|desclassificado|disqualifie|disqualifiziert|дисквалифицирован|استبعاد|diskvalificiran
doctor|medico|medico|medecin|arzt|врач|طبيب|zdravnik
doping|dopaje doping|doping|dopage|doping|допинг|منشطات|doping
earthquake|terremoto sismo|terremoto sismo|seisme|erdbeben|землетрясение|زلزال|potres
economy|economia|economia|economie|wirtschaft|экономика|اقتصاد|gospodarstvo
election vote|eleccion elecciones voto|eleicao eleicoes voto|election vote|wahl wahlen|выборы голосование|انتخابات|volitve
emergency|emergencia|emergencia|urgence|notstand notfall|чрезвычайный|طوارئ|izredne
empty|vacio vacia|vazio vazia|vide|leer|пустой пустые|فارغ خالية|prazen
europe european|europa europeo|europa europeu|europe europeen|europa europaisch|европа европейский|اوروبا|evropa
expel|expulsado|expulso|expulse exclu|ausgeschlossen|исключен|طرد|izkljucen
family|familia|familia|famille|familie|семья|عائلة|druzina
fan spectator|aficionado espectador publico|torcedor espectador publico|supporter spectateur public|fan zuschauer publikum|болельщик зритель|جمهور مشجع|navijac gledalec
fear|miedo temor|medo temor|peur crainte|angst furcht|страх опасения|خوف مخاوف|strah
fencing|esgrima|esgrima|escrime|fechten|фехтование|مبارزة|sabljanje
fine penalty|multa sancion|multa sancao|amende sanction|strafe geldstrafe|штраф|غرامة|kazen
fire blaze|incendio fuego|incendio fogo|incendie feu|brand feuer|пожар|حريق|pozar
first|primer primero primera|primeiro primeira|premier premiere|erste erster|первый первая|اول|prvi prva
flag bearer|abanderado bandera|porta bandeira|drapeau|fahnentrager flagge|знаменосец флаг|علم|zastavonosa zastava
flame torch|llama antorcha pebetero|chama tocha pira|flamme torche|flamme fackel|огонь факел|شعلة|ogenj bakla
flood|inundacion|inundacao enchente|inondation|hochwasser flut|наводнение|فيضان|poplava
football soccer|futbol|futebol|football|fussball|футбол|كرة القدم|nogomet
france french|francia frances|franca frances|france francais|frankreich franzosisch|франция французский|فرنسا|francija
game match|partido juego|jogo partida|match|spiel|матч игра|مباراة|tekma
games|juegos|jogos|jeux|spiele|игры|الالعاب|igre
germany german|alemania aleman|alemanha alemao|allemagne allemand|deutschland deutsch|германия немецкий|المانيا|nemcija
girl|nina chica|menina garota|fille|madchen|девочка девушка|فتاة|dekle
gold golden|oro|ouro|or|gold|золото золотой|ذهب ذهبية|zlato
government|gobierno|governo|gouvernement|regierung|правительство|حكومة|vlada
gymnastics gymnast|gimnasia gimnasta|ginastica ginasta|gymnastique gymnaste|turnen turnerin|гимнастика гимнастка|جمباز|gimnastika telovadka
handball|balonmano|handebol|handball|handball|гандбол|كرة اليد|rokomet
health|salud|saude|sante|gesundheit|здоровье|صحة|zdravje
heat|calor|calor|chaleur|hitze|жара|حرارة|vrocina
history historic|historia historico|historia historico|histoire historique|geschichte historisch|история исторический|تاريخ|zgodovina
hockey|hockey|hoquei|hockey|hockey|хоккей|هوكي|hokej
holocaust|holocausto|holocausto|holocauste shoah|holocaust|холокост|محرقة الهولوكوست|holokavst
hospital|hospital|hospital|hopital|krankenhaus|больница госпиталь|مستشفى|bolnisnica
host|anfitrion sede|anfitriao sede|hote|gastgeber|хозяин|مضيف|gostitelj
hotel|hotel|hotel|hotel|hotel|отель гостиница|فندق|hotel
house home|casa|casa|maison|haus|дом|منزل بيت|hisa
hurricane typhoon storm|huracan tifon tormenta|furacao tufao tempestade|ouragan typhon tempete|hurrikan taifun sturm|ураган тайфун шторм|اعصار عاصفة|orkan tajfun vihar
injury injured|lesion lesionado herido|lesao lesionado ferido|blessure blesse|verletzung verletzt|травма травмирован|اصابة|poskodba
inflation|inflacion|inflacao|inflation|inflation|инфляция|تضخم|inflacija
investigation probe|investigacion|investigacao|enquete|untersuchung ermittlung|расследование|تحقيق|preiskava
iran iranian|iran irani|ira iraniano|iran iranien|iran iranisch|иран иранский|ايران|iran
israel israeli|israel israeli|israel israelense|israel israelien|israel israelisch|израиль израильский|اسرائيل|izrael
japan japanese|japon japones|japao japones|japon japonais|japan japanisch|япония японский|اليابان|japonska
judo|judo|judo|judo|judo|дзюдо|جودو|judo
karate|karate|carate|karate|karate|каратэ|كاراتيه|karate
king|rey|rei|roi|konig|король|ملك|kralj
law|ley|lei|loi|gesetz|закон|قانون|zakon
leader|lider|lider|leader chef|fuhrer chef|лидер глава|زعيم قائد|vodja
list guide|lista guia|lista guia|liste guide|liste|список|قائمة|seznam
live stream watch|directo vivo ver|vivo assistir|direct|live sehen|трансляция смотреть|مباشر|prenos
lose loss|pierde perdida|perde perda|perd perte|verliert niederlage|проиграл потеря|خسارة يخسر|izgubil poraz
marathon|maraton|maratona|marathon|marathon|марафон|ماراثون|maraton
market stock|mercado bolsa|mercado bolsa|marche bourse|markt borse|рынок биржа|سوق بورصة|trg borza
mascot|mascota|mascote|mascotte|maskottchen|талисман|تميمة|maskota
mask|mascarilla|mascara|masque|maske|маска|كمامة قناع|maska
mayor|alcalde|prefeito|maire|burgermeister|мэр|عمدة|zupan
medal|medalla|medalha|medaille|medaille|медаль|ميدالية|medalja
mental|mental|mental|mental|mental psychisch|психическое ментальный|نفسية عقلية|dusevno
minister|ministro|ministro|ministre|minister|министр|وزير|minister
money million|dinero millones|dinheiro milhoes|argent millions|geld millionen|деньги миллионов|مليون اموال|denar milijonov
mother|madre|mae|mere|mutter|мать мама|ام والدة|mati mama
murder kill|asesinato mata|assassinato mata|meurtre tue|mord totet|убийство убил|قتل مقتل|umor ubil
music song|musica cancion|musica cancao|musique chanson|musik lied|музыка песня|موسيقى اغنية|glasba pesem
national team squad|seleccion equipo|selecao equipe|equipe selection|mannschaft team|сборная команда|منتخب فريق|reprezentanca ekipa
new|nuevo nueva|novo nova|nouveau nouvelle|neu neue|новый новая|جديد|nov nova
nuclear|nuclear|nuclear|nucleaire|nuklear atom|ядерный|نووي|jedrski
olympic olympics|olimpico olimpicos olimpiada|olimpico olimpiada olimpiadas|olympique|olympia olympisch|олимпийский олимпиада|اولمبياد اولمبية|olimpijski olimpijske
opening inauguration|apertura inauguracion inaugural|abertura|ouverture|eroffnung|открытие|افتتاح|odprtje
organiser committee|organizador comite|organizador comite|organisateur comite|organisator komitee|организатор комитет оргкомитет|منظم لجنة|organizator odbor
parade|desfile|desfile|defile|parade|парад|استعراض موكب|parada
parliament|parlamento|parlamento|parlement|parlament|парламент|برلمان|parlament
participate take part|participa participar|participa participar|participe participer|teilnahme teilnehmen|участие участвовать|مشاركة تشارك|nastop sodelovanje
peace|paz|paz|paix|frieden|мир|سلام|mir
people crowd|gente personas|pessoas gente|gens personnes|leute menschen|люди|ناس شعب|ljudje
plane flight|avion vuelo|aviao voo|avion vol|flugzeug flug|самолет рейс|طائرة رحلة|letalo
poison|veneno|veneno|poison|gift|яд отравление|سم|strup
police|policia|policia|police|polizei|полиция|شرطة|policija
poll survey|encuesta sondeo|pesquisa sondagem|sondage|umfrage|опрос|استطلاع|anketa
pool swimming swimmer|natacion nadador piscina|natacao nadador piscina|natation nageur piscine|schwimmen schwimmer|плавание пловец|سباحة سباح|plavanje plavalec
pope|papa|papa|pape|papst|папа|بابا|papez
positive|positivo positiva|positivo positiva|positif|positiv|положительный положительно|ايجابية|pozitiven
postpone delay|aplaza retrasa|adia atraso|reporte retard|verschoben verspatung|перенос отложили|تاجيل|prestavljen
poverty poor|pobreza pobre|pobreza pobre|pauvrete pauvre|armut arm|бедность|فقر|revscina
president|presidente|presidente|president|prasident|президент|رئيس|predsednik
price|precio|preco|prix|preis|цена|سعر|cena
prison jail|prision carcel|prisao cadeia|prison|gefangnis haft|тюрьма|سجن|zapor
protest demonstration|protesta manifestacion|protesto manifestacao|manifestation protestation|protest demonstration|протест митинг|احتجاج مظاهرة|protest
qualify qualification|clasifica clasificacion|classifica classificacao|qualifie qualification|qualifiziert qualifikation|квалификация отбор|تاهل|uvrstitev kvalifikacije
quarantine isolation|cuarentena aislamiento|quarentena isolamento|quarantaine isolement|quarantane isolation|карантин изоляция|حجر عزل|karantena izolacija
queen|reina|rainha|reine|konigin|королева|ملكة|kraljica
race|carrera|corrida|course|rennen|гонка забег|سباق|dirka
racism|racismo|racismo|racisme|rassismus|расизм|عنصرية|rasizem
rain|lluvia|chuva|pluie|regen|дождь|مطر|dez
record|record|recorde|record|rekord|рекорд|رقم قياسي|rekord
referee judge|arbitro juez|arbitro juiz|arbitre juge|schiedsrichter richter|судья арбитр|حكم قاضي|sodnik
refugee|refugiado|refugiado|refugie|fluchtling|беженец|لاجئ|begunec
resign|dimite renuncia|renuncia demite|demissionne|rucktritt tritt|отставка|استقالة|odstop
rowing|remo|remo|aviron|rudern|гребля|تجديف|veslanje
russia russian|rusia ruso|russia russo|russie russe|russland russisch|россия российский русский|روسيا|rusija
safety security|seguridad|seguranca|securite|sicherheit|безопасность|امن سلامة|varnost
sailing|vela|vela|voile|segeln|парусный|شراع|jadranje
scandal|escandalo|escandalo|scandale|skandal|скандал|فضيحة|skandal
schedule calendar|calendario horario|calendario horario|calendrier programme|zeitplan programm|расписание календарь|جدول|urnik spored
school|escuela|escola|ecole|schule|школа|مدرسة|sola
sea|mar|mar|mer|meer|море|بحر|morje
sex sexual|sexo sexual|sexo sexual|sexe sexuel|sex sexuell|секс|جنس|spolni
ship boat|barco buque|navio barco|navire bateau|schiff boot|корабль судно|سفينة قارب|ladja
shooting|tiro disparo|tiro|tir fusillade|schiessen schiesserei|стрельба|رماية اطلاق|streljanje
silver|plata|prata|argent|silber|серебро серебряный|فضة فضية|srebro
skateboard skateboarding skater|skate skateboarding monopatin|skate skateboarding skatista|skate skateboard|skateboard|скейтбординг скейтборд|تزلج|rolkanje
space|espacio|espaco|espace|weltraum|космос|فضاء|vesolje
spain spanish|espana espanol|espanha espanhol|espagne espagnol|spanien spanisch|испания испанский|اسبانيا|spanija
sponsor|patrocinador|patrocinador|sponsor|sponsor|спонсор|راعي|sponzor
sport|deporte|esporte desporto|sport|sport|спорт|رياضة|sport
stadium|estadio|estadio|stade|stadion|стадион|استاد ملعب|stadion
strike|huelga|greve|greve|streik|забастовка|اضراب|stavka
surfing surf surfer|surf surfista|surfe surf surfista|surf surfeur|surfen|серфинг|ركوب الامواج|deskanje
suspend|suspende suspendido|suspende suspenso|suspend suspendu|suspendiert gesperrt|отстранен|ايقاف|suspendiran
taekwondo|taekwondo|taekwondo|taekwondo|taekwondo|тхэквондо|تايكوندو|taekwondo
tax|impuesto|imposto|impot|steuer|налог|ضريبة|davek
team|equipo|equipe time|equipe|team|команда|فريق|ekipa
tennis|tenis|tenis|tennis|tennis|теннис|تنس|tenis
test|prueba test|teste|test|test|тест|اختبار فحص|test
thirteen|trece|treze|treize|dreizehn|тринадцать|عشر|trinajst
threat|amenaza|ameaca|menace|drohung|угроза|تهديد|groznja
transgender trans|transgenero trans|transgenero trans|transgenre trans|transgender trans|трансгендер|متحول|transspolna
travel trip|viaje|viagem|voyage|reise|поездка|سفر|potovanje
triathlon|triatlon|triatlo|triathlon|triathlon|триатлон|ترياتلون|triatlon
university|universidad|universidade|universite|universitat|университет|جامعة|univerza
vaccine vaccination|vacuna vacunacion|vacina vacinacao|vaccin vaccination|impfung impfstoff|вакцина вакцинация|لقاح تطعيم|cepivo cepljenje
video|video|video|video|video|видео|فيديو|video
village|villa aldea|vila|village|dorf|деревня|قرية|vas
violence|violencia|violencia|violence|gewalt|насилие|عنف|nasilje
volleyball|voleibol voley|volei voleibol|volley|volleyball|волейбол|طائرة|odbojka
volunteer|voluntario|voluntario|benevole|freiwillige|волонтер|متطوع|prostovoljec
war|guerra|guerra|guerre|krieg|война|حرب|vojna
water|agua|agua|eau|wasser|вода|مياه|voda
weather|tiempo clima|tempo clima|meteo|wetter|погода|طقس|vreme
weightlifting|halterofilia pesas|halterofilismo|halterophilie|gewichtheben|штанга|رفع الاثقال|dvigovanje
win victory winner|gana victoria ganador|ganha vitoria vencedor|gagne victoire vainqueur|gewinnt sieg sieger|победа выиграл|فوز يفوز|zmaga zmagal
woman women female|mujer mujeres|mulher mulheres|femme|frau frauen|женщина женский|امراة نساء|zenska zenske
worker job|trabajador empleo|trabalhador emprego|travailleur emploi|arbeiter arbeit|рабочий работа|عامل وظيفة|delavec
world global|mundo mundial|mundo mundial|monde mondial|welt|мир мировой|عالم|svet svetovni
young youth teen|joven adolescente|jovem adolescente|jeune adolescent|jung jugend|молодой подросток|شاب|mlad
`;
