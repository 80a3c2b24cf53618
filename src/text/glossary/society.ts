/** Words of health, education, religion, family, food, animals and city life. */
export const SOCIETY = `
addiction alcohol alcoholic|adicción alcohol alcohólico|vício álcool|addiction alcool|alkohol|алкоголь алкогольный зависимость зависимости|كحول|alkohol odvisnost
animal wildlife|animal fauna|animal fauna animais|animal animaux faune|tier tiere wildtiere|животное животные зверь|حيوان حيوانات|žival živali
antibiotic|antibiótico|antibiótico|antibiotique|antibiotika antibiotikum|антибиотик|مضاد|antibiotik
antisemitism antisemitic|antisemitismo antisemita|antissemitismo antissemita|antisémitisme antisémite|antisemitismus antisemitisch|антисемитизм|سامية|antisemitizem antisemitizma
archaeology archaeologist|arqueología arqueólogo arqueológico|arqueologia arqueólogo arqueológico|archéologie archéologue archéologique|archäologie archäologe archäologen|археолог археологический раскопки|آثار تنقيب|arheologija arheolog arheologi arheološki
baby newborn infant|bebé|bebê|bébé|baby säugling neugeborenes|младенец малыш новорожденный младенца|رضيع مولود|dojenček novorojenček
bear||urso ursos|ours|bär bären|медведь медведя|دب|medved medveda medvedje
beer|cerveza|cerveja|bière|bier|пиво|بيرة|pivo piva
bird|pájaro ave aves|ave aves pássaro|oiseau oiseaux|vogel vögel|птица птицы|طيور|ptica ptice ptici ptico
birth|nacimiento|nascimento|naissance|geburt|рождение родился родила|ولادة|rojstvo rojen
birthday|cumpleaños|||geburtstag||ميلاد|rojstni
bishop archbishop cardinal|obispo arzobispo cardenal|bispo arcebispo cardeal cardeais|évêque archevêque cardinal|bischof erzbischof kardinal|епископ архиепископ кардинал кардиналы|أسقف|škof nadškof kardinal škofa škofu škofi škofe
body|cuerpo|corpo|corps|leiche leichnam|тело тела труп|جثة جثث|truplo
boy|chico|garoto menino|garçon||мальчик|صبي|deček
brain|cerebro|cérebro|cerveau|gehirn hirn|мозг|دماغ|možgani
bread|pan|pão|pain|brot|хлеб|خبز|kruh kruha kruhu kruhi kruhe
breakfast meal dinner|almuerzo|jantar almoço refeição refeições|repas dîner dîners|mahlzeit abendessen|ужин обед||obrok kosilo
brother sister|hermano hermana|irmão irmã|frère sœur|bruder schwester|брат сестра|شقيق أخ شقيقة|brat brata sestra sestre bratu brati brate
buddhist buddhism|budista budismo|budista budismo|bouddhiste|buddhist|буддист|بوذي|budist
cancer tumour tumor|cáncer tumor cánceres|câncer tumor cancro|cancer tumeur cancers|krebs tumor|онкология опухоль|سرطان ورم|rak raka tumor raku raki rake rakom rakov rakih
cat|gato|gato||katze|кошка|قطة|mačka mačke mački mačko
catholic|católico|católico|catholique|katholisch katholik|католик католический|كاثوليكي|katoliški katoličan
cattle cow livestock||vaca gado|vache bétail|kuh vieh rinder|корова скот|أبقار ماشية|krava krave živina kravi kravo
child children kid|niño niña niños menor infantil|criança crianças infantil|enfant enfants|kind kinder|ребенок дети детей детский|طفل أطفال|otrok otroci otroka otroški
cholera|cólera|cólera|choléra|cholera|холера|كوليرا|kolera
christian christianity|cristiano cristianismo|cristão cristianismo|chrétien christianisme|christlich christen|христианин христианский|مسيحي مسيحيين|krščanski kristjan kristjani
christmas easter|navidad navideño pascua|natal natalino páscoa|noël pâques|weihnachten|рождество пасха|كريسماس فصح|božič božični
church cathedral|iglesia catedral|igreja catedral catedrais|église cathédrale|kirche dom kathedrale|церковь собор храм|كنيسة كاتدرائية|cerkev cerkve katedrala
city urban|ciudad urbano ciudades|cidade urbano|ville urbain|stadt städte innenstadt|город города городской|مدينة مدن|mesto mesta mestu mestni
clothes dress|ropa vestido|roupa vestido|vêtements robe|kleidung kleid|одежда платье|ملابس فستان|oblačila obleka
coffee||café||kaffee|кофе|قهوة|kava kave kavi kavo
condom|condón preservativo|preservativo camisinha|préservatif|kondom|презерватив презерватива|واقي|kondom kondoma
coronavirus covid pandemic epidemic|coronavirus covid pandemia epidemia|coronavírus covid pandemia epidemia|coronavirus covid pandémie épidémie|coronavirus covid corona pandemie epidemie coronakrise|коронавирус ковид пандемия эпидемия коронавирусный|كورونا كوفيد جائحة وباء|koronavirus covid pandemija epidemija koronavirusa
couple|pareja||couple|ehepaar paar|супруги||zakonca
crocodile|cocodrilo|crocodilo|crocodile|krokodil|крокодил|تمساح|krokodil
curfew||||ausgangssperre|комендантский|تجول|
dentist|dentista|dentista|dentiste|zahnarzt|стоматолог|أسنان|zobozdravnik
disability disabled wheelchair|discapacidad discapacitado|deficiência deficiente|handicap handicapé|behinderung behindert rollstuhl|инвалид инвалидность инвалидности|إعاقة معاق|invalid invalidnost
disease|enfermedad enfermedades|doença|maladie|krankheit|болезнь заболевание|مرض أمراض|bolezen bolezni
divorce|divorcio divorcia|divórcio divorcia|divorce|scheidung|развод|طلاق|ločitev razveza ločitve
doctor physician|médico doctor||médecin docteur|arzt ärzte ärztin|врач врачи медик доктор|طبيب أطباء طبي|zdravnik zdravniki zdravnica
dog puppy|perro|cachorro cão|chien|hund hunde|собака собаки пес|كلاب|pes psa psi
ebola|ébola|ebola|ebola|ebola|эбола|إيبولا|ebola ebole eboli ebolo
education|educación educativo|educação educacional educacionais|éducation|bildung|образование|تعليم|izobraževanje šolstvo
elephant|elefante|elefante|éléphant|elefant|слон|فيل أفيال|slon slona slonu sloni slone
exam examination||vestibular|examen|examen prüfung|экзамен егэ экзаменом|امتحان امتحانات|izpit matura
family|familia familiar familiares|família familiar|famille familial|familie|семья семьи семейный|عائلة أسرة|družina družine družini
father dad|padre|pai|père|vater|отец отца||oče očeta
fish fishing fisherman fishery|pesca pescado pescador|peixe pesca pescador|poisson pêche pêcheur|fisch fische fischer|рыба рыбак рыболовство|سمك أسماك|riba ribe ribič ribolov ribi ribo
flu influenza|gripe|gripe|grippe|grippe influenza|грипп|إنفلونزا|gripa gripe gripi gripo
food|alimento alimentos alimentario|alimento alimentos|alimentation aliment nourriture|lebensmittel nahrung|еда продовольствие питание|غذاء طعام أغذية|hrana hrane živila hrani hrano
friend friendship|amigo amistad amistades|amigo amizade|ami amitié amis|freund freundschaft|дружба|صديق صداقة|prijatelj prijateljstvo
fruit vegetable|fruta verdura|fruta legume|fruits légumes|obst gemüse|фрукты овощи|فواكه خضروات|sadje zelenjava
funeral bury burial|funeral entierro sepelio|funeral enterro velório funerais|obsèques funérailles enterré|beerdigung begräbnis beisetzung|похороны похоронили|جنازة تشييع دفن|pogreb pokop
girl|||fille|mädchen|девочка девушка|فتاة فتيات|dekle deklica dekleta
god|dios|deus|dieu|gott|бог||bog boga bogu bogi boge bogom bogov bogih
gorilla monkey|gorila mono|gorila macaco|gorille singe|gorilla affe affen|обезьяна горилла обезьяном||opica gorila opice opici opico
grandmother grandfather|abuela abuelo|avó avô||großmutter großvater oma opa|бабушка дедушка|جدة|babica dedek
hair|cabello|cabelo|cheveux|haar haare|волосы||lasje
hajj pilgrimage pilgrim mecca|peregrinación peregrino meca|peregrinação peregrino meca|pèlerinage pèlerin mecque|pilgerfahrt pilger mekka pilgerin pilgerinnen|паломник хадж мекка|حج حجاج مكة|romanje romar
health|salud sanitario|saúde sanitário|santé sanitaire|gesundheit|здоровье здравоохранение минздрав|صحة|zdravje zdravstvo zdravstveni
hijab veil burqa|hiyab burka|véu burca hijab|hijab burqa|kopftuch burka|хиджаб|حجاب|hidžab burka burke burki burko
hindu hinduism|hindú|hindu|hindou|hindu|индуист|هندوسي|hindujec
hiv|vih|aids hiv|sida vih|aids hiv|спид вич|إيدز|aids hiv
homeless|vagabundo||sdf|obdachlos|бездомный|مشرد|brezdomec
hospital clinic|hospital clínica|hospital clínica hospitais|hôpital clinique|krankenhaus klinik|больница госпиталь клиника госпитали|مستشفى مستشفيات عيادة|bolnišnica bolnišnice bolnici bolnica
hotel|hotel|hotel|hôtel|hotel|отель гостиница|فندق فنادق|hotel hotela
house home housing|vivienda hogar hogares|moradia|maison logement|haus wohnung wohnungen häuser|дом дома жилье квартира|منزل بيت منازل سكن|hiša stanovanje hiše hiši hišo
hunger famine starvation|hambre hambruna|fome|famine faim|hunger hungersnot|голод|مجاعة جوع|lakota
hunt hunting hunter poaching|caza cazador|caça caçador|chasse chasseur|jagd jäger jägerin jägerinnen|охота охотник браконьер|صياد|lovec lovci
infection contagion outbreak infected|infección contagio contagiado brote|infecção contágio surto infectado infecções|infection contagion infecté|infektion ansteckung infiziert infizierte|заражение инфекция вспышка заразился заболевший|تفشي|okužba okužbe okuženi okuženih
isolation quarantine lockdown|aislamiento cuarentena confinamiento|isolamento quarentena confinamento|isolement quarantaine confinement|isolation quarantäne lockdown|изоляция карантин локдаун||karantena izolacija
kindergarten nursery creche|guardería|creche|crèche maternelle|kindergarten kita|детсад|حضانة|vrtec
kitchen chef restaurant|restaurante cocina cocinero|restaurante cozinha|restaurant cuisine cuisinier|restaurant küche koch|ресторан повар рестораном|مطعم مطاعم|restavracija kuhar
laboratory lab|laboratorio|laboratório|laboratoire|labor|лаборатория|مختبر|laboratorij
lion tiger|león tigre|leão tigre|lion tigre|löwe tiger|тигр|أسد نمر|lev tiger
malaria|malaria paludismo|malária|paludisme|malaria|малярия|ملاريا|malarija
mask|mascarilla|máscara|masque|maske|маска маски|كمامة قناع|maska maske maski masko
measles|sarampión|sarampo|rougeole|masern|корь||ošpice
meat|carne|carne|viande|fleisch|мясо|لحم لحوم|meso
medical medicine drugstore pharmaceutical|medicina medicamento farmacéutico|medicina medicamento remédio farmacêutico médico|médicament médical pharmaceutique|medikament medizin medizinisch arzneimittel|лекарство медицина медицинский препарат|دواء|zdravilo zdravila medicinski
mental depression|mental psicológico depresión|mental psicológico depressão mentais depressões|mental psychique dépression|psychisch mental depression|психический ментальный депрессия||duševno duševni depresija
milk|leche|leite|lait|milch|молоко|حليب|mleko
monkeypox mpox|viruela|varíola|variole|affenpocken|оспа|جدري|
mosque|mezquita|mesquita|mosquée|moschee|мечеть|مسجد مساجد|mošeja
mosquito insect bee|mosquito insecto abeja|mosquito inseto abelha|moustique insecte abeille|mücke insekt bienen|комар насекомое пчела|بعوض نحل حشرات|komar žuželka čebela čebele
mother mum maternity|mamá||maman|mutter|мать мама||mati mama matere mame mamo
museum|museo|museu|musée|museum|музей|متحف|muzej muzeja
nurse|enfermera enfermero|enfermeira enfermeiro|infirmier infirmière|krankenschwester pfleger pflegekräfte|медсестра|ممرض|
obesity diet|obesidad dieta|obesidade dieta|obésité obésitée|übergewicht diät|ожирение диета|سمنة|debelost
orthodox patriarch|ortodoxo patriarca|ortodoxo patriarca|orthodoxe patriarche|orthodox patriarch|православный патриарх рпц|أرثوذكس|pravoslavni patriarh
panda|panda|panda|panda|panda|панда|باندا|panda pande pandi pando
parent parents|progenitores|genitores|parents|eltern|родители||starši staršev
park garden|parque jardín|parque jardim|parc jardin|garten park|парк сад|حديقة|vrt vrta vrtu vrtom vrtov vrtih
patient|paciente|paciente|patient|patient patienten|пациент пациенты||pacient pacienti
pig pork swine|cerdo porcino|porco suíno|porc cochon|schwein schweine|свинья свинина|خنزير|prašič prašiči
plague|peste|peste|peste|pest|чума|طاعون|kuga kuge kugi kugo
pope pontiff|papa pontífice|papa pontífice|pape pontife|papst|понтифик папа|بابا|papež papeža
pregnant pregnancy|embarazo embarazada|gravidez|grossesse enceinte|schwanger schwangerschaft|беременная беременность беременности|حامل|noseča nosečnost
priest clergy|sacerdote cura clero|padre sacerdote|prêtre clergé|priester pfarrer|священник|كاهن|duhovnik
ramadan|ramadán|ramadã|ramadan|ramadan|рамадан рамаданом|رمضان|ramazan
religion religious|religión religioso|religião religioso|religion religieux|religion religiös|религия религиозный||verski religija
resident inhabitant|vecino residente habitante|morador habitante residente|habitant résident riverain|bewohner einwohner anwohner bewohnerin bewohnerinnen einwohnerin einwohnerinnen anwohnerin anwohnerinnen|горожане|مواطن مواطنين|prebivalec krajani
salmonella bacteria|bacteria salmonela|bactéria salmonela|bactérie salmonelle|bakterien salmonellen|бактерия сальмонелла|بكتيريا|bakterija salmonela
school pupil|escuela escolar alumno colegio escolares|escola escolar aluno|école scolaire élève collège lycée|schule schüler schulen schulleiter grundschule schülerinnen schülerin|школа школьник школы|مدرسة مدارس تلاميذ|šola šole šoli šolski učenec dijaki šolo
shark|tiburón|tubarão tubarões|requin|hai|акула|قرش|
sheep goat|oveja cabra|ovelha cabra|mouton chèvre|schafe schaf ziege|овца коза|أغنام|ovca ovce koza ovci ovco koze kozi kozo
smoking tobacco cigarette smoker|tabaco cigarrillo fumador|tabaco cigarro fumante|tabac cigarette fumeur|tabak rauchen zigarette|курение табак сигарета|تدخين تبغ سجائر|kajenje tobak cigarete
snake|serpiente|serpente|serpent|schlange|змея|ثعبان|kača kače kači kačo
son daughter|hijo hijos hija|filho filhos filha|fils|sohn tochter|сын сына дочь дочери|أبناء ابنة|sin sina hči hčerka sinu sinov sinih
stroke cardiac|infarto cardíaco cardiaco|infarto cardíaco|infarctus cardiaque avc|herzinfarkt schlaganfall|инфаркт инсульт|نوبة جلطة|infarkt srčni kap
student|||étudiant|student studenten studierende|студент|طلاب|študent študenti študentka
suburb neighbourhood|barrio suburbio|bairro subúrbio|quartier banlieue|stadtteil viertel vorort|пригород микрорайон|ضاحية|predmestje soseska
surgery surgeon transplant|cirugía cirujano trasplante|cirurgia cirurgião transplante|chirurgie chirurgien greffe|chirurg transplantation|хирург трансплантация|جراحة|kirurg presaditev presaditve
symptom|síntoma|sintoma|symptôme|symptom symptome|симптом симптомы|أعراض|simptom simptomi
synagogue rabbi|sinagoga rabino|sinagoga rabino|synagogue rabbin|synagoge rabbiner|синагога раввин|حاخام|sinagoga rabin
teacher|maestro profesor profesora docente|professor professora|enseignant professeur|lehrer lehrerin|учитель преподаватель педагог|معلم معلمين|učitelj učitelji učiteljica
test testing|prueba test|teste|test dépistage|test getestet|тест тестирование|اختبار فحص|test testiranje testi testa testu teste
tree|árbol árboles|árvore|arbre|baum bäume|дерево деревья|أشجار شجرة|drevo drevesa
twin twins|gemelo gemelos mellizos|gêmeos|jumeaux|zwillinge|близнецы|توأم|dvojčka dvojčki
university campus|universidad universitario campus|universidade universitário campus|université universitaire campus universitée|universität uni campus hochschule universitäten|университет вуз|جامعة جامعي جامعات|univerza univerze univerzi fakulteta
vaccine vaccination vaccinate jab|vacuna vacunación vacunado|vacina vacinação vacinado|vaccin vaccination vacciné|impfung impfstoff geimpft impfungen impfpflicht impfkampagne|вакцина вакцинация прививка|لقاح تطعيم لقاحات|cepivo cepljenje cepljeni
virus|virus|vírus|virus|virus viren|вирус вируса|فيروس|virus virusa
wedding marriage marry married|boda matrimonio casamiento|casamento matrimônio|mariage|hochzeit heirat ehe heiratet|свадьба брак|زفاف زواج|poroka
whale dolphin|ballena delfín|golfinho|baleine dauphin|delfin delfine|дельфин|حوت دلفين|delfin
wife husband|esposo esposa|esposa|épouse|ehefrau ehemann|жена муж мужа|زوج زوجة|žena žene mož moža ženi ženo možu moži može možev možih
wine|vino|vinho|vin|wein|вино|نبيذ|vino vina
wolf|lobo|lobo||wolf wölfe|волк волки|ذئب|volk volka volkovi volku volke
zoo|zoológico|zoológico|zoo|zoo tierpark|зоопарк||živalski
`;
