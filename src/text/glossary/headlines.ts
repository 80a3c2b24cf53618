/** Words of frequent verbs, adjectives and nouns of headlines. */
export const HEADLINES = `
abandon withdraw withdrawal|abandona retira retirada|abandona desiste retirada|abandonne retire retrait renonce|verzichtet rückzug|отозвал вышел снялся|انسحاب ينسحب انسحب انسحبت|umik umaknil umaknila umika umiku umiki umike
abroad overseas foreign|extranjero exterior|estrangeiro exterior|étranger|ausland ausländisch|зарубежный иностранный|خارج خارجية|tujina tujini tuji
admit acknowledge|admite reconoce|admite reconhece|admet reconnaît|||يعترف يقر|priznava
adopt adoption|adopta adopción|adota adoção|adopte adoption|adoption|усыновление|تبني|posvojitev
age elderly|edad anciano|idade idoso|âge âgé|senioren durchschnittsalter|возраст пожилой|مسن|starost starejši
agree agreed||concorda|accepte accepté|geeinigt|согласился согласен|وافق يوافق موافقة وافقت|strinja dogovorili
aid help assistance|ayuda asistencia|ajuda assistência|aide assistance|hilfe hilft|помощь помог помощи|مساعدة مساعدات|pomoč pomoči pomagal
allow permit|permite autoriza|permite autoriza|permet autorise autorisé|erlaubt genehmigt|разрешил разрешили разрешение|سماح يسمح سمح سمحت|dovolil dovoli dovoljenje
anger angry outrage fury|indignación furia enojo|indignação fúria raiva|colère indignation|wut empörung zorn|гнев возмущение|غضب غاضب|jeza ogorčenje jeze jezi jezo
anniversary|aniversario|aniversário|anniversaire|jahrestag jubiläum|годовщина юбилей|ذكرى|obletnica obletnico
announce announcement unveil|anuncia anuncio anunció|anuncia anúncio|annonce annoncé dévoile|verkündet angekündigt ankündigung kündigt|объявил объявила анонсировал объявили|أعلن أعلنت يعلن تعلن إعلان|napovedal objavil naznanil napoveduje
answer respond reply|responde respuesta|responde resposta|répond réponse|antwort antwortet reagiert|ответил ответ|إجابة جواب|odgovor odgovoril odgovarja
approve approved approval endorse|aprueba aprobado aprobación aprobó|aprova aprovado aprovação|approuve approuvé approbation|gebilligt zustimmung billigt zugestimmt|одобрил утвердил одобрили|إقرار|odobril potrdil odobritev potrdili odobritve
area region|región zona área|região zona área|région zone|region gebiet|регион область район|منطقة إقليم مناطق|območje regija pokrajina
argue dispute quarrel|polémica|polêmica briga|querelle dispute polémique|streit streitet|спор ссора|خلاف خلافات|spor prepir spora sporu spori spore
ask question|pregunta|pergunta|question|frage fragen|вопрос|سؤال أسئلة|vprašanje vprašal
attempt try|intenta intento|tenta tentativa|tente tentative|versuch versucht|попытка попытался|محاولة يحاول تحاول|poskus poskusil
attend participate participation|participa participación asiste|participa participação|participe participation participant|teilnahme teilnehmen teilnehmer teilnehmerin teilnehmerinnen|участие участник участвует|مشاركة يشارك شارك شاركت|udeležba sodelovanje udeležil
begin start began|comienza empieza inicia inicio|começa inicia início|commence début démarre|beginnt beginn startet|начал начало начался начинает началась|بدء يبدأ بداية بدأ تبدأ بدأت|začetek začel začenja začela
behaviour conduct|conducta comportamiento|conduta comportamento|comportement|verhalten|поведение|سلوك|vedenje
best top|mejor mejores|melhor melhores|meilleur meilleure|beste besten|лучший лучшая|أفضل|najboljši najboljša najboljše
betray traitor treason|traición traidor|traição traidor|trahison traître|verrat verräter|предательство предатель измена|خيانة خائن|izdaja izdajalec
big huge giant|enorme gigante|enorme gigante|énorme géant|riesig riese groß große|огромный гигант|ضخم عملاق|ogromen velikan
blame culprit|culpa responsable responsabilidad|responsável responsabilidade|responsable responsabilité responsabilitée|verantwortlich verantwortung|ответственность ответственности|مسؤول مسؤولية|odgovornost
block obstruct||bloqueia bloqueado|bloque bloqué|blockiert|блокирует заблокировал|منع يمنع|blokira blokiral
break broke broken|rompe rompió roto|quebra quebrou|rompt cassé|bricht gebrochen brach|сломал нарушил|كسر|zlomil prelomil
bullying bully|bullying|bullying|intimidation|mobbing|травля|تنمر|nasilništvo
cancel cancelled canceled cancellation|cancela cancelado cancelación|cancela cancelado cancelamento|annule annulation annulé|abgesagt absage gestrichen|отмена отменили отменил отменен|إلغاء ألغى يلغي ألغت|odpoved odpovedali odpovedan
capital|capital|capital capitais|capitale|hauptstadt|столица столице|عاصمة|prestolnica
ceremony|ceremonia|cerimônia cerimónia|cérémonie|zeremonie|церемония|مراسم|slovesnost
challenge|desafío reto desafía|desafio desafia|défi|herausforderung||تحد تحدي تحديات|izziv izzivi
chance opportunity|oportunidad|oportunidade chance|opportunité chance opportunitée|chance gelegenheit|шанс|فرصة|priložnost
change|cambio cambia|mudança muda|changement change|änderung ändert wandel|изменение изменил меняет|تغيير تغيرات|sprememba spremembe spremenil
claim|alega|alega||behauptet|утверждает|زعم يزعم|trdi zatrjuje
close closure closed shut|cierra cierre cerrado|fechamento fechado|fermeture|schließt schließung geschlossen|закрытие закрыл закрыли закрыт|إغلاق يغلق أغلق أغلقت|zaprtje zaprli zapira zaprt
colour color|color||couleur|farbe|цвет|لون|barva
comment|comentario comenta|comentário comenta||kommentar kommentiert|комментарий прокомментировал|تعليق|komentar komentiral
compare comparison|compara comparación|compara comparação|compare comparaison|vergleich vergleicht|сравнил сравнение|مقارنة|primerjava primerjal
compensation compensate|indemnización compensación|indenização compensação|indemnisation dédommagement|entschädigung schadenersatz|компенсация|تعويض تعويضات|odškodnina odškodnino
complain complaint|queja|reclamação queixa||beschwerde beschwert|жалоба пожаловался|شكوى|pritožuje
condemn|repudia|repudia|dénonce||осуждение|يدين تنديد يندد|obsoja
conference forum|conferencia foro|conferência fórum|conférence forum|konferenz forum pressekonferenz|конференция форум|مؤتمر منتدى|konferenca forum
confirm|confirma confirmado|confirma confirmado|confirme confirmé|bestätigt|подтвердил подтвердила подтвердили|تأكيد يؤكد تؤكد أكدت|potrditev potrditve
control|control controla|controle controla|contrôle|kontrolle kontrolliert|контроль контролирует|سيطرة|nadzor nadzira
controversy controversial|controversia controvertido|controvérsia|controverse controversé|umstritten kontroverse|скандальный спорный|جدل مثير|sporni kontroverzen
country|país|país|pays|land länder|страна страны|دولة بلد بلاد دول|država države državi
criticise criticize criticism slam|critica crítica|critica crítica|critique|kritik kritisiert|критика раскритиковал критикует|انتقاد انتقادات ينتقد انتقد انتقدت|kritika kritizira kritike
crowd|multitud muchedumbre|multidão|foule|menschenmenge|толпа|حشد حشود|množica
cut cuts|recorte recorta|corte corta|réduction réduit|kürzung kürzt kürzungen|сокращает урезал|خفض تقليص يخفض|rez krčenje
danger dangerous risk|peligro riesgo peligroso|perigo risco perigoso|danger risque dangereux|gefahr risiko gefährlich|опасность риск опасный опасности|خطر مخاطر خطير|nevarnost tveganje nevaren
dark darkness|oscuro|escuro|sombre|dunkel|темный|مظلم|temen
date deadline|fecha|prazo data|date|frist termin|срок дата|موعد|rok datum
decision decide decided|decisión decide decidió|decisão decide decisões|décision décide|entscheidung entscheidet entschieden|решение решил решили|قرار يقرر قرر قررت|odločitev odločil odloča odločitve
declare declaration statement|declara declaración comunicado|declara declaração comunicado|déclare déclaration communiqué|erklärt erklärung|заявление декларация||izjava izjavil
demolish demolition|demolición demuele|demolição demole|démolition démoli|abriss abgerissen|снос снесли|هدم|rušenje
difficult hard|difícil|difícil|difficile|schwierig|сложный трудный|صعب|težko težak
discover discovery|descubre descubrimiento descubierto|descobre descoberta|découvre découverte découvert|entdeckt entdeckung|обнаружил обнаружили|اكتشاف يكتشف|odkritje odkril odkrili
divide split|divide división|divisão divisões|divise division|spaltet spaltung|раскол разделил|انقسام تقسيم|razkol delitev delitve
document|documento|documento|document|dokument|документ документы|وثيقة وثائق|dokument dokumenti
door gate||||tür|ворота|بوابة|vrata
dream|sueño|sonho|rêve|traum|мечта|حلم|sanje
early premature|anticipado|antecipado|anticipé|vorzeitig frühzeitig|досрочный|مبكرة|predčasni predčasne
effort struggle|esfuerzo|esforço|effort|bemühungen|усилия|جهود|prizadevanja
emotion tears cry|lágrimas llora llanto|lágrimas chora choro|larmes pleure|tränen weint|слезы плачет|دموع|solze joka
empty|vacío|vazio|vide|leer|пустой|فارغ خالية|prazen
end finish ended|fin termina|fim termina acaba|fin termine|ende endet beendet|конец окончание завершил завершился конца|نهاية ينتهي|konec končal zaključek
enemy|enemigo|inimigo|ennemi|feind|враг||sovražnik
equality equal|igualdad|igualdade|égalitée|gleichheit gleichberechtigung|равенство|مساواة|enakost enakopravnost
error mistake|error|erro erros|erreur|irrtum|ошибка|خطأ أخطاء|napaka napake
ethnic minority|étnico|étnico minoria|ethnique minorité|ethnisch minderheit|этнический меньшинство|عرقي|etnični manjšina
exclusive|exclusiva exclusivo|exclusivo|exclusif|exklusiv|эксклюзив|حصري|ekskluzivno
expel expulsion|expulsa expulsado|expulsa expulso|expulse expulsé|ausgewiesen ausgeschlossen|выслал высылка исключен|طرد يطرد|izgnal izključen
expert specialist|experto|perito|expert|experte fachmann experten|эксперт специалист|خبير خبراء|strokovnjak strokovnjaki ekspert
extend extension prolong|prórroga prolonga|prorroga prorrogação|prolonge prolongation|verlängert verlängerung|продлил продление|تمديد يمدد|podaljšal podaljšanje
eye|ojo|olho|œil yeux|auge augen|глаз глаза|عيون|oči
face confront||enfrenta||konfrontiert|противостояние|مواجهة يواجه|soočenje sooča
fail failure|fracaso fracasa falla|fracasso fracassa falha|échec échoue|scheitert scheitern gescheitert|провал неудача провалы|فشل يفشل|neuspeh spodletel
fake false|falso|falso|faux|falsch gefälscht|ложный фейк|مزيف كاذب|lažni lažna ponarejen lažne lažno lažnih
fall fell||||stürzt gestürzt||سقوط سقط يسقط سقطت|pade
famous star|famoso estrella|famoso estrela|vedette star|berühmt star promi|звезда знаменитость знаменитости|مشهور نجم نجمة|zvezda zvezdnik slavni
fast speed|rápido velocidad|rápido velocidade|rapide vitesse|schnell geschwindigkeit|скорость быстрый|سرعة سريع|hitrost hiter
fear concern worry|miedo temor preocupación|temor preocupação|peur crainte inquiétude|angst furcht befürchtet|страх опасения тревога|خوف مخاوف قلق|strah skrb zaskrbljen
festival celebrate celebration|celebra celebración fiesta festival|celebra comemora festa festival festivais|fête célèbre célébration festival|feiert feier festival|праздник фестиваль фестивали|احتفال مهرجان عيد|praznovanje praznik festival praznuje
find found|hallado halla|encontra encontrado acha|trouve retrouvé trouvé|gefunden findet fund|найден нашел нашли найдена|عثور عثر عثرت|našel najdeno najden našli
fine|multa|multa|amende|geldstrafe bußgeld|штраф оштрафовал|غرامة|globa globe globi globo
free|gratis gratuito|grátis gratuito|gratuit|kostenlos gratis|бесплатный|مجاني مجانا|brezplačno brezplačen
future|futuro|futuro|avenir futur|zukunft|будущее|مستقبل|prihodnost
gift donate donation|donación regalo|doação doa doações|cadeau|geschenk|подарок пожертвование|تبرع هدية|darilo donacija
global world worldwide|mundo mundial|mundo mundial mundiais|monde mondial|welt weltweit global|мировой всемирный|عالم عالمي|svetovni svetovno svetovna
great||grande|grand|großartig||عظيم|velik velika
group|grupo|grupo|groupe|gruppe|группа группировка|مجموعة|skupina
guide list|lista guía|lista guia|liste guide|liste|список|قائمة|seznam
hand|||main|hand|рука||
happy joy|feliz alegría|feliz alegria|heureux joie|glücklich freude|счастливый радость|فرحة|vesel veselje
hate hatred|odio|ódio|haine|hass|ненависть|كراهية|sovraštvo
head|cabeza|cabeça|tête|kopf||رأس|glava
heart|corazón|coração corações|cœur|herz|сердце|قلب|srce
hero|héroe|herói|héros|held|герой||junak
hide hidden|esconde escondido|esconde escondido|caché|versteckt|скрывал спрятал|إخفاء|skril skrit
history historic|historia histórico|história histórico|histoire historique|geschichte historisch|история исторический|تاريخ تاريخي|zgodovina zgodovinski
hoax rumour rumor|rumor bulo|boato|rumeur canular|gerücht gerüchte|слух слухи|شائعة|govorice
honour honor tribute|homenaje honor|homenagem honra|hommage honneur|ehrung ehre|честь|تكريم|poklon čast
hope|esperanza|esperança|espoir|hoffnung hofft|надежда||upanje
image reputation|reputación|reputação|réputation||репутация||ugled
improve improvement|||améliore amélioration|verbessert verbesserung|улучшение|تحسين تحسن|izboljšanje
influence impact|influencia|influência impacto|influence impact|einfluss auswirkungen|влияние|تأثير نفوذ|vpliv
information inform|||information informe|information informiert|информация|معلومات|informacija obvestil
inspect inspection check|inspección|inspeção fiscalização inspeções|inspection|kontrolleure inspektion|проверка инспекция|تفتيش|inšpekcija preverjanje
insult|insulto insulta|insulto insulta|insulte|beleidigung beleidigt|оскорбление оскорбил|إهانة|žalitev
introduce present|presenta presentación|apresenta apresentação|présentation|präsentiert vorgestellt|представил представила|تقديم|predstavil predstavitev predstavitve
invite invitation|invita invitación|convida convite|invite invitation|einladung lädt|приглашение пригласил||povabil povabilo
join member|miembro|membro|membre adhésion|mitglied beitritt|член вступил членство|عضو أعضاء انضمام|član članica članstvo člana članu člani člane
joke humour|broma chiste|piada|blague|witz scherz|шутка||šala
land|tierra|terra|terre|boden|земля|أراض|zemlja
last latest|último última|último última|dernier dernière|letzte|последний последняя|أخير آخر|zadnji zadnja
launch|lanza lanzamiento|lança lançamento|lance lancement||запуск запустил запустили|يطلق أطلقت|zagon
leave departure left|salida deja|saída deixa|quitte départ|verlässt abgang verlassen|покинул уход покидает ушел|مغادرة يغادر غادر رحيل غادرت|odhod zapustil zapušča
legal illegal|legal ilegal|legal ilegal legais ilegais|légal illégal|legal illegal|незаконный||zakonit nezakonit
letter|carta|carta|lettre|brief|письмо||pismo pisma
lie|miente mentira||mensonge|lügt lüge|ложь|كذب|laž lagal
life|vida||vie|leben|жизнь|حياة|življenje
local municipality municipal|municipio municipal ayuntamiento|município municipal municipais|municipalité municipalitée|gemeinde kommunal rathaus|муниципальный местный|بلديات|občina občine občini občinski
long|largo||long||длинный длительный|طويل|dolgotrajen
love|amor|amor|amour|liebe|любовь|حب|ljubezen
lucky luck|suerte|sorte||glück|удача|حظ|sreča sreče sreči srečo
man men|hombre varón|homem|homme|mann männer|мужчина мужской|رجل رجال|moški moškega
measure measures|medida medidas||mesure mesures|maßnahme maßnahmen||إجراء إجراءات تدابير|ukrep ukrepi ukrepe
moment|momento|momento|moment|moment|момент|لحظة|trenutek
monitor observer|observador monitorea|observador monitora|observateur|beobachter|наблюдатель|مراقب مراقبين|opazovalec
move relocate|traslado traslada||déménage|umzug|переезд|نقل|selitev selitve
mystery mysterious secret|misterio misterioso secreto|mistério misterioso secreto segredo|mystère mystérieux secret|rätsel geheim mysteriös geheimnis|тайна загадочный секрет|سر غامض أسرار|skrivnost skrivnosten
new|nuevo nueva|novo nova|nouveau nouvelle|neu neue|новый новая|جديد|nov nova novi novo nove novih novega
number|número|número|nombre|zahl anzahl|количество|عدد|število številka
obstacle barrier|obstáculo barrera|obstáculo barreira|obstacle barrière|hindernis barriere|препятствие барьер|حاجز|ovira
offer|oferta ofrece|oferta oferece|offre|angebot bietet|предложение предложил||ponudba ponudil
official|funcionario|funcionário oficial oficiais|fonctionnaire officiel|beamter beamte offiziell beamterin beamterinnen|чиновник официальный|رسمي|uradnik uradni
old ancient|antiguo antigua viejo|antigo velho|ancien vieux|alt alte uralt|старый древний|قديم|star stara starodavni stare stari staro
open opening inauguration|abre apertura inauguración inaugura abierto|abre abertura inauguração inaugura aberto|ouvre ouverture inauguration ouvert ouverte|eröffnung eröffnet öffnet eröffnungsfeier|открытие открыл открыли открылся|افتتاح يفتتح فتح|odprtje odprl odprli odpira
operation|operación|operação|opération|operation einsatz|операция|عمليات|operacija
organisation organization organise organize organiser|organización organizador organiza|organização organizador organiza|organisation organisateur organise|organisation organisator veranstalter organisiert|организация организатор оргкомитет|منظمة منظم تنظيم|organizacija organizator organizira
parade|desfile desfila|desfile desfila|défilé|parade|парад|استعراض موكب|parada
pause|pausa|pausa|pause|pause|пауза|استراحة|premor
people|gente población pueblo|pessoas população gente|population|leute bevölkerung|люди население жители|ناس سكان|ljudje prebivalci ljudi prebivalstvo
plan project|plan proyecto planea|plano projeto planeja|projet plan|plan projekt plant|план проект планирует|خطة مشروع خطط|načrt projekt načrtuje
poll survey|encuesta sondeo|pesquisa sondagem|sondage|umfrage|опрос|استطلاع|anketa raziskava
popular popularity|popularidad popular||popularité populaire popularitée|beliebt popularität|популярный популярность популярности||priljubljen priljubljenost
postpone delay postponed|aplaza aplazado retraso retrasa|adia adiado atraso adiamento|reporte reporté report retard|verschoben verspätung verschiebt verzögerung|перенос отложили перенесли задержка|تأجيل تأخير|preložen zamuda preložili
power powerful|poderoso|poderoso|pouvoir puissant|mächtig|сильный|قوي|oblast moč
praise|elogia elogio|elogia elogio|salue louange|lob lobt|похвалил хвалит|إشادة يشيد|pohvalil hvali
prepare preparation|prepara preparación|prepara preparação|prépare préparatif|vorbereitung bereitet|подготовка готовится|استعداد يستعد تستعد|priprava pripravlja
pressure|presiona|pressão pressiona pressões|pression|druck|давление|ضغط ضغوط|pritisk
private|privado|privado|privé|privat|частный|خاص|zasebni zasebna
problem|problema|problema|problème|problem|проблема|مشكلة|problem
promise pledge vow|promete promesa|promete promessa|promet promesse promis|verspricht versprechen|обещал обещание пообещал обещает|وعد يعد|obljubil obljuba obljublja
proposal propose|propone propuesta|propõe proposta|propose proposition|vorschlag vorgeschlagen|предлагает|اقتراح مقترح يقترح|predlog predlaga predlagal
protect protection|protege protección|protege proteção proteções|protège protection|schützt|защита защитить|حماية يحمي|zaščita zaščitil varstvo
public|||public|öffentlich öffentlichkeit|общественный публичный||javnost javni javna javne javno javnih
rare unusual strange|raro extraño insólito|raro estranho inusitado|insolite|seltsam kurios seltene|необычный|نادر غريب|nenavaden redek čuden
react reaction|reacciona reacción|reage reação reações|réagit réaction|reaktion|реакция отреагировал|فعل|odziv odzval
reason cause|causa motivo|causa motivo|cause|ursache grund|причина|سبب أسباب|vzrok razlog
recover recovery|recupera recuperación|recupera recuperação|rétabli rétablissement|erholung erholt|восстановление восстановил|تعافي استعادة|okrevanje obnova
reduce lower|reduce reducción|reduz redução reduções|diminue|senkt reduziert senkung|уменьшил|تخفيض|znižal zmanjšal znižanje
regret|lamenta arrepentido|lamenta arrepende|regrette|bedauert|сожалеет|يأسف ندم|obžaluje obžaloval
remain stay|permanece|permanece fica|reste|bleibt|остается останется|بقاء يبقى|ostaja ostal
remember memorial commemorate|recuerda memorial conmemora|lembra memorial memoriais|commémore mémorial|gedenken gedenkt denkmal|память мемориал памятник мемориалы|نصب تذكاري|spomenik spomin spominska
replace substitute|reemplaza sustituye|substitui substituto|remplace remplaçant|ersetzt nachfolger nachfolgerin nachfolgerinnen|заменил замена преемник|بديل استبدال|zamenjal naslednik
report||relatório|rapport|bericht|доклад отчет|تقرير تقارير|poročilo poročila
request apply|solicita solicitud|solicita solicitação|sollicite|antrag beantragt|запрос попросил|طلب|prošnja prosi zaprosil
restrict restriction restrictions|restricción restringe restricciones|restrição restringe restrições|restriction restreint|beschränkung einschränkung beschränkungen|ограничение ограничил ограничения|قيود تقييد|omejitev omejitve omejil
resume restart|reanuda reanudación||reprise reprend|wiederaufnahme|возобновил возобновление||nadaljevanje
return|regresa regreso vuelve retorno|retorna retorno volta regressa|retour revient|rückkehr kehrt zurückgekehrt|возвращение вернулся вернул|عودة يعود عادت|vrnitev vrnil vrača vrnitve
reveal disclose|revela|revela|révèle|enthüllt offenbart|раскрыл|كشف يكشف كشفت|razkril razkriva
reward|recompensa|recompensa|récompense|belohnung|вознаграждение|مكافأة|nagrajenec
rich wealth|rico riqueza|rico riqueza|riche richesse|reich reichtum|богатый богатство|ثروة أثرياء|bogat bogastvo
role|rol||rôle|rolle|роль||vloga vloge vlogi vlogo
rule rules|regla normas|regra regras|règle règles|regel regeln||قاعدة قواعد|pravilo pravila
sad mourning mourn|luto||deuil|trauer trauert|траур скорбь|حداد|žalovanje žalost
save|salva|salva|sauve|spart|экономит|توفير|prihranek
scene|escena|cena|scène|szene|сцена|مشهد|prizor
schedule calendar|calendario horario|calendário horário|calendrier|zeitplan kalender|расписание календарь|جدول|urnik koledar spored
search seek|busca búsqueda|buscas|cherche|suche|поиск ищет поиски|بحث يبحث|iskanje išče
sector|sector|setor|secteur|sektor|сектор|قطاع|sektor
seize confiscate seizure|incauta decomisa confisca|apreende confisca apreensão apreensões|saisie saisit|beschlagnahmt|изъял конфисковал|مصادرة ضبط ضبطت|zasegel zasegli zaseg
send|envía|envia|envoie|schickt sendet|отправил направил|إرسال يرسل|poslal pošilja
serious|grave|grave|grave|schwer ernst|серьезный тяжелый|جسيم|hud huda resen hude hudi hudo hudih hudega
service|servicio|serviço|service|dienst|служба услуга|خدمة خدمات|storitev služba storitve
shock shocking|impactante conmoción|chocante|choc choquant|schock|шок шокировал|صدمة|šok šokiral šoka šoku šoki šoke šokom šokov šokih
show|muestra|mostra|montre|zeigt|показал показала|يظهر|pokazal
sick ill|enfermo|doente||krank|больной|مريض مرضى|bolnik bolan
silence quiet|silencio|silêncio|silence|schweigen stille|молчание тишина|صمت|tišina molk
situation|situación|situação situações|situation|situation|ситуация|أوضاع|razmere položaj
slow|lento|lento|lent|langsam|медленный|بطيء|počasen
solidarity|solidaridad|solidariedade|solidarité|solidarität|солидарность|تضامن|solidarnost
solution solve|solución resuelve|solução resolve soluções|solution résout|lösung löst|||rešitev rešitve
special|especial|especial|spécial|spezial|специальный|استثنائي|poseben posebna
state|estado estatal|estado estatal estadual estatais estaduais|état|staat bundesstaat|государство штат государственный|ولاية|zvezna
stop halt|paraliza|interrompe|stoppe|stoppt stopp|остановил прекратил|توقف|ustavil ustavila
strategy|estrategia estratégico|estratégia estratégico|stratégie stratégique|strategie strategisch|стратегия стратегический|استراتيجية|strategija strateški
street|calle|rua ruas|rue|gasse|улица|شارع شوارع|ulica ulice ulici ulico
strong|fuerte|forte|fort|stark|мощный|شديد|močan močna močne močni močno močnih
stuck trapped|atrapado|encurralado|coincé piégé|eingeschlossen gefangen|застрял|عالق محاصر|ujet ujeti ujetih
study|estudio|estudo|étude|studie|исследование|دراسة|študija študije
success successful|éxito exitoso|sucesso|succès réussite|erfolg erfolgreich|успех успешный|نجاح ينجح|uspeh uspešen
suffer pain suffering|sufre dolor sufrimiento|sofre dor sofrimento|souffre douleur souffrance|leidet schmerz leid|страдание|معاناة|trpljenje bolečina
surprise|sorpresa sorprende|surpresa surpreende|surprise surprend|überraschung überrascht|сюрприз неожиданный|مفاجأة|presenečenje presenetil
suspend suspended suspension|suspendido suspensión|suspende suspenso suspensão suspensões|suspend suspendu suspension suspendus|suspendiert gesperrt|отстранен приостановил|تجميد|suspendiran suspenz
symbol symbolic|símbolo simbólico|símbolo simbólico|symbole symbolique|symbol symbolisch|символ|رمز|simbol
target aim|objetivo|objetivo alvo alvos|objectif cible|ziel|цель|استهداف يستهدف|cilj tarča cilja cilju cilji cilje tarče tarči tarčo
task|tarea|tarefa|tâche|aufgabe pflicht|задача|مهمة|naloga
tension tense|tensión|tensão tensões|tension tendu tendus|spannung spannungen|напряженность напряженности|توتر|napetost
theory conspiracy|conspiración teoría|conspiração teoria|complot conspiration théorie|verschwörung theorie|заговор теория|مؤامرة|zarota teorija
time|tiempo|tempo|temps|zeit|время|وقت|čas časa
topple oust overthrow|derroca derrocado|derruba|renversé renverse|sturz|свергли|إطاحة|strmoglavil
town village|aldea|aldeia vila|village|dorf kleinstadt|деревня поселок|قرية|vasi naselje
travel trip journey|viaje viaja|viagem viaja|voyage|reise reist|поездка путешествие|سفر|potovanje potuje
true truth|verdad verdades|verdade|vérité|wahrheit|правда истина|حقيقة|resnica
trust confidence|confianza confía|confiança|confiance|vertrauen|доверие|ثقة|zaupanje nezaupnica
uncertain doubt|duda incertidumbre|dúvida incerteza|doute incertitude|zweifel unsicherheit|сомнение неопределенность неопределенности|شك شكوك|dvom negotovost
urgent|urgente|urgente|urgent|dringend|срочный|عاجل|nujno
video|video vídeo|vídeo|vidéo vidéos|video|видео|فيديو|video posnetek
view opinion|opinión|opinião|opinion avis|meinung|мнение|رأي|mnenje
violate violation breach|incumple||infraction|verstoß|нарушение нарушения|انتهاك انتهاكات|kršitev kršitve
volunteer charity|voluntario caridad benéfico|voluntário caridade|bénévole caritatif|freiwillige wohltätig|волонтер благотворительный доброволец доброволца|متطوع خيري خيرية|prostovoljec dobrodelni
wait await|aguarda|espera aguarda|attend attente|wartet erwartet|ожидает ждет|انتظار ينتظر|čaka pričakuje
wall||muro parede|mur|mauer|стена|جدار|zid zidu zida zide zidom zidov zidih
weak|débil|fraco|faible|schwach|слабый|ضعيف|šibek
welcome|bienvenida||bienvenue accueille|willkommen begrüßt|приветствует|ترحيب يرحب|pozdravil dobrodošel
wish|deseo|desejo|souhaite|wunsch|желание|رغبة|želja
woman women female|mujer mujeres femenino|mulher mulheres feminino|femme féminin|frau frauen weiblich|женщина женский|امرأة نساء سيدة|ženska ženske ženski žensk
worst bad|peor|pior mau|pire mauvais|schlimmste schlecht|худший плохой|أسوأ سيئ|najslabši slab slaba slabe slabi slabo
write|escribe|escreve|écrit|schreibt geschrieben|написал пишет|يكتب|napisal piše
wrong injustice|injusticia injusto|injustiça injusto|injustice|unrecht ungerecht|несправедливость несправедливости|ظلم|krivica
young youth teenager teen|joven jóvenes adolescente|jovem jovens adolescente|jeune adolescent|jugend jugendlicher teenager jugendliche|молодой подросток молодежь|شباب مراهق شبابية|mlad mladi mladostnik najstnik mlada mlade mlado
`;
