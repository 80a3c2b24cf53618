/** Words of government, elections, law-making, diplomacy and rights. */
export const POLITICS = `
abortion|aborto|aborto|avortement ivg|abtreibung|аборт|إجهاض|splav
accuse accusation allegation|acusa acusación acusado|acusa acusação acusado|accuse accusation accusé|beschuldigt vorwurf vorwürfe wirft|обвинил обвинение|اتهم يتهم تتهم اتهام اتهمت|obtožil obtožuje obtožba obtožila
activist|||militant activiste|aktivist aktivistin|активист|ناشط نشطاء|aktivist
administration|administración|administração|administration|verwaltung|администрация|إدارة|uprava uprave
adviser advisor|asesor consejero|assessor conselheiro||berater beraterin beraterinnen|советник|مستشار|svetovalec svetovalka
agreement deal|acuerdo|acordo|accord|abkommen vereinbarung|соглашение договоренность сделка договоренности|اتفاق اتفاقية|sporazum dogovor
ally alliance|alianza|aliança|allié alliance|verbündete bündnis allianz|союзник альянс|حليف حلفاء تحالف|zaveznik zaveznica zavezništvo
ambassador embassy|embajador embajada|embaixador embaixada|ambassadeur ambassade|botschafter botschaft botschafterin botschafterinnen|посол посольство|سفير سفارة|veleposlanik veleposlaništvo
amnesty pardon|amnistía indulto|anistia indulto|amnistie grâce gracié|begnadigung amnestie begnadigt|амнистия помилование помиловал|عفو|amnestija pomilostitev pomilostitve
apology apologise apologize apologises|disculpa disculpas|desculpa desculpas|excuses|entschuldigung entschuldigt|извинения извинился|اعتذار يعتذر اعتذر|opravičilo opravičil
appeal|apelación recurso|apelação recurso|||апелляция обжаловать|استئناف|pritožba
appoint appointed appointment nominate nomination|nombramiento nominado|nomeação nomeações|nomme nommé nomination|ernannt ernennung ernennt|назначил назначен назначение|تعيين يعين|imenoval imenovan imenovanje
assassination assassinate|magnicidio|atentado|assassinat assassiné|attentat|покушение|اغتيال|atentat
asylum|asilo|asilo|asile|asyl asylbewerber|убежище|لجوء|azil azilant azila azilu azili azile
authority authorities|autoridad autoridades|autoridade autoridades|autorité autorités autoritée|behörde behörden|власти||
ban prohibit prohibition banned|prohíbe prohibición prohibido|proíbe proibição proibido proibições|interdit interdiction interdire interdits|verbot verbietet verboten|запрет запретил запретили запретить|حظر يحظر تحظر|prepoved prepovedal prepoveduje
border frontier|frontera|fronteira|frontière|grenze|граница границе пограничный|حدود|meja meje meji mejo
boycott|boicot boicotea|boicote|boycott boycotte|boykott boykottiert|бойкот|مقاطعة|bojkot
brexit|brexit|brexit|brexit|brexit|брексит брекзит брексита|بريكست|brexit
budget|presupuesto|orçamento|budget|haushalt|бюджет|ميزانية موازنة|proračun
cabinet|gabinete|gabinete|gouvernemental|kabinett|кабмин|مجلس|kabinet
campaign|campaña|campanha|campagne|wahlkampf kampagne|кампания|حملة|kampanja
candidate|candidato candidatura|candidato candidatura|candidat candidature|kandidat kandidatur kandidatin|кандидат|مرشح|kandidat kandidatka
censorship|censura|censura|censure|zensur|цензура|رقابة|cenzura
chancellor|canciller cancilleres|chanceler|chancelier chancelière|kanzler kanzlerin bundeskanzler|канцлер||kancler kanclerka
coalition|coalición|coalizão coligação|coalition|koalition|коалиция|ائتلاف|koalicija
committee commission|comité comisión|comitê comité comissão comissões|comité commission|komitee ausschuss kommission|комитет комиссия|لجنة|odbor komisija
communist|||communiste communisme|kommunist kommunistisch kommunismus|коммунист коммунистический|شيوعي|komunist komunistični komunizem komunizma
congress|congreso|congresso|congrès|kongress|конгресс|كونغرس|kongres
conservative|conservador|conservador|conservateur|konservativ|консерватор консервативный||konservativec konservativni
constitution constitutional|constitución constitucional|constituição constitucional constituições constitucionais|constitution constitutionnel|verfassung verfassungsgericht|конституция конституционный|دستور دستورية|ustava ustave ustavo ustavni ustavno
corruption bribe bribery|corrupción soborno|corrupção suborno propina corrupções|corruption|korruption bestechung|коррупция взятка|فساد رشوة|korupcija podkupnina
council|consejo concejo|conselho|conseil|rat|совет|مجالس|
coup putsch junta|golpistas|golpista|putsch junte|putsch militärputsch junta|переворот путч хунта|انقلاب|puč hunta puča puču puči puče pučem pučev pučih hunte hunti hunto
crisis|crisis|crise|crise|krise|кризис|أزمة أزمات|kriza krize krizi krizo
debate|debate|debate|débat|debatte|дебаты|مناظرة|razprava
decree|decreto|decreto|décret|dekret|указ|مرسوم|odlok uredba
deficit|déficit|déficit|déficit déficits|defizit|дефицит дефицита|عجز|primanjkljaj
delegation|delegación|delegação|délégation|delegation|делегация|وفد|delegacija
demand urge|exige pide reclama pidió|exige pede pediu|exige réclame demande|fordert forderung verlangt|требует потребовал призвал призывает|يطالب تطالب طالب يدعو دعوة طالبت دعت|zahteva zahteval poziva pozval
democracy|democracia|democracia||demokratie|демократический|ديمقراطية|demokracija demokratični
democrat|demócrata|democrata|démocrate|demokrat demokraten|демократ|ديمقراطيون|demokrat
deny denial denies|niega desmiente|nega desmente|dément|bestreitet dementiert leugnet|отрицает опроверг отвергает опровергли|ينفي نفى تنفي|zanika zanikal
deportation deport||deportação deporta deportado||abschiebung abgeschoben abschieben|депортация депортировали|ترحيل|deportacija izgon
deputy lawmaker congressman|diputado|deputado vereador|député|abgeordnete abgeordneter abgeordneterin abgeordneterinnen|депутат депутаты|نائب|poslanec poslanci poslanka
dictator dictatorship|dictador dictadura|ditador ditadura|dictateur dictature|diktator diktatur|диктатор диктатура|دكتاتور ديكتاتور|diktator diktatura
diplomat diplomacy diplomatic|diplomático diplomacia|diplomata diplomacia diplomático|diplomate diplomatie diplomatique|diplomat diplomatie diplomatisch|дипломат дипломатия дипломатический мид мида|دبلوماسي دبلوماسية|diplomat diplomacija diplomatski
discrimination|discriminación|discriminação|discrimination|diskriminierung|дискриминация|تمييز|diskriminacija
dissolve|disuelve disolución|dissolve dissolução dissoluções|dissout dissolution|aufgelöst auflösung|роспуск распустил||razpustil razpustitev razpustitve
east eastern|oriental oriente|oriental|oriental orient|östlich östliche|восток восточный||vzhod vzhodni
election elections electoral ballot|elección elecciones electoral comicios elegido electo|eleição eleições eleitoral eleito|élection élections électoral électorale scrutin élu élue|wahl wahlen präsidentschaftswahl präsidentenwahl parlamentswahl parlamentswahlen bundestagswahl landtagswahl neuwahl neuwahlen kommunalwahl stichwahl gewählt|выборы выборов избирательный избран избрали избрана|انتخابات انتخاب انتخابي|volitve volitvah volilni volitev izvoljen izvolili
emergency|emergencia|emergência|urgence urgences|notstand notfall|чрезвычайный|طوارئ|izredne izredno
eu|ue|ue|ue|eu|ес евросоюз|أوروبي|eu
exile|exilio exiliado|exílio exilado|exil exilé|exil|эмиграция изгнание|منفى|izgnanstvo
extradition extradite extradited|extradición extradita|extradição extradita extradições|extradition extradé|auslieferung ausgeliefert|экстрадиция|تسليم|izročitev izročitve
federal|federal|federal|fédéral|föderal|федеральный||federalni
freedom liberty|libertad libertades|liberdade|liberté|freiheit|свобода|حرية حريات|svoboda
gay lgbt lgbtq homosexual|gay gays lgbt homosexual|gay gays lgbt lgbtq homossexual homossexuais|gay lgbt homosexuel|homosexuell lgbt schwule|лгбт гей гомосексуал гомосексуалы||lgbt istospolni homoseksualni
gender|género|gênero género||geschlecht gender|гендер гендерный|جندر|spol spola spolu spoli
government|gobierno gubernamental gobiernos|governo|gouvernement|regierung bundesregierung|правительство правительства|حكومة حكومي حكومات|vlada vlade vladi vlado vladni vladna
governor|gobernador||gouverneur|gouverneur|губернатор|محافظ حاكم|guverner
imf|fmi|fmi|fmi|iwf|мвф||
immigrant migrant immigration migration|inmigrante migrante inmigración migración|imigrante migrante imigração migração migrações|immigré migrant immigration migration|migrant migration einwanderung zuwanderung|мигрант иммигрант миграция миграционный|مهاجر مهاجرين هجرة|migrant migracija priseljenec migranti
impeachment impeach impeached|destitución|impeachment|destitution|amtsenthebung amtsenthebungsverfahren|импичмент|عزل|
independence independent|independencia independiente independentista|independência independente independentista|indépendance indépendant indépendantiste|unabhängigkeit unabhängig|независимость независимый независимости|استقلال مستقل|neodvisnost neodvisni
law legislation|ley legislación|lei legislação|loi législation lois|gesetz gesetze gesetzgebung|закон законопроект законы|قوانين|zakon zakona zakonu zakonodaja
leader chief|líder jefe líderes|líder chefe|dirigeant|chef anführer regierungschef staatschef parteichef|лидер глава главы|زعيم قائد|vodja voditelj vodje
leftist|izquierda izquierdista|esquerda esquerdista|gauche|linke linksextrem||يسار يسارية|levica levičarski
liberal|liberal|liberal liberais|libéral|liberal|либерал либеральный либералы|ليبرالي|liberalni liberalec
mayor|alcalde alcaldesa|prefeito prefeita autarca|maire|bürgermeister bürgermeisterin||عمدة|župan župana županja
meeting meet met|reunión reúne reunieron|reunião reúne|réunion rencontre rencontré|treffen trifft sitzung|встреча встретился встретились встречи|اجتماع لقاء يلتقي التقى|srečanje sestanek srečal sestal
minister ministry|ministro ministra ministerio|ministro ministra ministério|ministre ministère|minister ministerin ministerium außenminister innenminister finanzminister verteidigungsminister außenministerin gesundheitsminister justizminister|министр министерство министра|وزير وزيرة وزارة وزراء|minister ministrica ministrstvo ministra
monarchy|monarquía|monarquia|monarchie|monarchie|||monarhija
nation|nación|nação nações|nation|nation|нация|أمة|narod naroda
nationalist|||nationaliste nationalisme|nationalist nationalistisch nationalismus|националист национализм|قومي|nacionalist nacionalizem nacionalizma
nato|otan|otan nato|otan|nato|нато|ناتو|nato
negotiation negotiate negotiations talks|diálogo conversaciones|negociação negocia diálogo conversações|négociation négocie pourparlers|verhandlung verhandelt gespräche verhandlungen friedensgespräche friedensverhandlungen|переговоры переговоров|مفاوضات محادثات|pogajanja pogovori pogajanjih
north northern|norte|norte|nord|norden nördlich|север северный севере|شمال شمالي|sever severni severna
opposition|oposición opositor|oposição opositor opositora oposições|opposition opposant|opposition oppositioneller|оппозиция оппозиционер оппозиционный|معارضة معارض|opozicija opozicijski
osce|osce|osce|osce|osze|обсе||ovse
parliament|parlamento parlamentario|parlamento parlamentar|parlementaire|parlament bundestag unterhaus oberhaus parlamentspräsident|парламент госдума дума парламентский|برلمان برلماني نواب|parlament parlamenta parlamentarni
party||||partei|партия партии|حزب أحزاب|stranka stranke stranki stranko
passport|pasaporte|passaporte|passeport|reisepass pass|паспорт|جواز جوازات|potni
petition|petición|petição abaixo petições||petition|петиция|عريضة التماس|peticija
politics political politician policy|política políticos|política|politique|politik politiker politisch außenpolitik klimapolitik politikerin politikerinnen|политика политик политический|سياسة سياسات سياسيين سياسيون|politika politike politiko politik politiki politiku politični politična politično
populist populism||||populist populismus|популист популизм|شعبوية|populist populizem populizma
premier pm||||ministerpräsident premierminister premier|премьер премьера||premier premierja
president presidency presidential|presidente presidenta presidencia presidencial|presidente presidência presidencial presidenciais|président présidente présidence présidentiel présidentielle|präsident präsidentin präsidentschaft bundespräsident|президент президентский президента|رئيس رئيسة رئاسة رئاسية|predsednik predsednica predsedniški predsedniške predsedniških
propaganda|propaganda|propaganda|propagande|propaganda|пропаганда|دعاية|propaganda
protest protester demonstration demonstrator rally|protesta manifestación manifestante|protesto manifestação manifestante|manifestation manifestant protestation|protest demonstration demonstrant demo proteste|протест митинг демонстрация протестующие|احتجاج احتجاجات مظاهرة مظاهرات متظاهر|protest protesta protesti protestnik demonstracije shod shoda shodu shodi shode
quorum consensus|consenso|consenso|consensus|konsens|консенсус|توافق|soglasje
racism racist|racismo racista|racismo racista|racisme raciste|rassismus rassistisch|расизм расист|عنصرية عنصري|rasizem rasistični rasizma
reconciliation|reconciliación|reconciliação|réconciliation|versöhnung|примирение|مصالحة|sprava
referendum|referéndum|referendo plebiscito referendos|référendum|referendum volksabstimmung|референдум|استفتاء|referendum referenduma
reform|reforma|reforma|réforme|reform|реформа|إصلاح إصلاحات|reforma reforme reformo
refugee|refugiado|refugiado|réfugié|flüchtling geflüchtete flüchtlingslager|беженец беженцы беженцев|لاجئ لاجئين|begunec begunci begunce
reject refuse|rechaza rechazo|rejeita recusa rejeição rejeições|rejette rejet refuse refus|lehnt abgelehnt ablehnung weigert|отклонил отказался отказ отказывается отверг|رفض يرفض ترفض رفضت|zavrnil zavrača zavrnila zavrnitev zavrnitve
republic|república|república|république|republik|республика|جمهورية|republika
republican|republicano|republicano|républicain|republikaner|республиканец республиканцы республиканский|جمهوريون|republikanec republikanci
resign resignation|dimite dimisión dimitió|renúncia|démissionne démission|rücktritt zurückgetreten|отставка отставку|استقالة استقال يستقيل استقالت|odstop odstopil odstopila
revolution|revolución|revolução revoluções|révolution|revolution|революция|ثورة|revolucija
rightist|ultraderecha|ultradireita||rechtsextrem rechtspopulist||يمينية|desnica desničarski
rights|derechos|direitos|droits|menschenrechte grundrechte|правозащитник|حقوق|pravice pravic človekovih
sanction|sanción sanciones|sanção sanções|sanction sanctions|sanktion sanktionen|санкция санкции|عقوبات عقوبة|sankcija sankcije
scandal|escándalo|escândalo|scandale|skandal|скандал скандалы||škandal afera afere aferi afero
secretary|secretario|secretário|secrétaire|generalsekretär|секретарь генсек|أمين|sekretar
senate senator|senado senador senadora|senado senador senadora|sénat sénateur sénatrice|senat senator|сенат сенатор|شيوخ سناتور|senat senator senatorka
separatist separatism|separatista separatismo|separatista separatismo|séparatiste|separatist separatisten|сепаратист сепаратизм|انفصالي انفصاليين|separatist separatisti
sign signature signing|firma firmado firmaron|assina assinatura assinou|signe signature signé|unterzeichnet unterzeichnung unterschrieben|подписал подписание подписали|توقيع وقع يوقع وقعت|podpisal podpis podpisala podpisali
slavery slave|esclavitud esclavo|escravidão escravatura escravo|esclavage esclave|sklaverei sklave|рабство|عبودية|suženjstvo
socialist|||socialiste socialisme|sozialist sozialistisch sozialdemokraten|социалист социализм|اشتراكي|socialist socialistični socialisti
south southern|sur|sul|sud|süden südlich|юг южный юге|جنوب جنوبي|jug južni južna
speech|discurso|discurso|discours|rede|речь|خطاب كلمة|govor govora
spokesperson spokesman spokeswoman|portavoz vocero|||sprecher sprecherin|представитель|متحدث ناطق|tiskovni predstavnik
summit|cumbre|cúpula cimeira|sommet|gipfel gipfeltreffen|саммит саммита|قمة|vrh vrha vrhu vrhi vrhe vrhom vrhov vrhih
support|apoyo apoya respaldo|apoio apoia|soutien soutient|unterstützung unterstützt|поддержка поддержал поддерживает|دعم يدعم تدعم دعمت|podpora podprl podpira podporo
transgender trans|transgénero trans|transgênero trans|transgenre trans|transgender|трансгендер|متحول|transspolna transspolni
treaty pact|pacto|pacto|traité pacte|pakt|пакт|معاهدة ميثاق|pakt pakta paktu pakti pakte
un|onu|onu|onu|uno|оон|أمم المتحدة|ozn
union|unión|união|union|union|союз|اتحاد|unija unije uniji unijo
unity|||unité|einheit|единство|وحدة|enotnost
veto|veto|veto|veto vetos|veto|вето|فيتو نقض|veto
visa|visado visa|visto||visum visa||تأشيرة|vizum vizumi
visit|visita|visita|visite|besuch besucht|визит посетил посещение визита|زيارة يزور زارت|obisk obiskal obisku
vote voting|voto vota votación|voto vota votação votações|vote voté|abstimmung stimmen stimmt|голосование голоса проголосовал|تصويت صوت أصوات يصوت|glasovanje glas glasov glasovi glasa glasu glasi glase
voter|votante elector|eleitor|électeur|wählerinnen|избиратель|ناخب ناخبين|volivec volivci
west western|occidental oeste|ocidental oeste|occidental ouest|westen westlich|запад западный западе|غرب غربي|zahod zahodni zahodna
white|blanca blanco|branca branco|blanche blanc|weiß weiße weißes|белый белого|أبيض بيضاء|beli bela bele belo belih belega
`;
