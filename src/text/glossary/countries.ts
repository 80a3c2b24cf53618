/** Words of countries, peoples, regions, and cities whose names differ from language to language. */
export const COUNTRIES = `
afghanistan afghan|afganistán afgano|afeganistão afegão afegã|afghanistan afghan|afghanistan afghanisch|афганистан афганский афганистаном|أفغانستان أفغاني|afganistan afganistanu afganistanski
africa african|áfrica africano|áfrica africano|afrique africain|afrika afrikanisch|африка африканский|أفريقيا إفريقيا أفريقي|afrika afriki afriko afriški
albania albanian|albania albanés|albânia albanês|albanie albanais albanaise|albanien albanisch|албания албанский|ألبانيا|albanija albanski
aleppo|alepo|alepo|alep|aleppo|алеппо|حلب|alep
algeria algerian|argelia argelino|argélia argelino|algérie algérien|algerien algerisch|алжир алжирский|جزائر جزائري|alžirija alžirski
algiers|argel|||algier|||alžir
alps alpine|alpes|alpes|alpes|alpen|альпы альпах|ألب|alpe alpah
america american usa americans|estadounidense eeuu norteamericano|eua americano estadunidense|américain|usa amerikanisch amerikaner amerikanerin amerikanerinnen|сша американский америка американец американцы|أمريكا أميركا أمريكي أميركي|zda ameriški amerika ameriška američan američani američanov
angola angolan|angola angoleño|angola angolano|angola angolais angolaise|angola angolanisch|ангола|أنغولا أنجولا|angola
antarctic antarctica|antártida antártico|antártica antártida|antarctique|antarktis|антарктида антарктика|أنتاركتيكا|antarktika
antwerp|amberes|antuérpia|anvers|antwerpen|антверпен|أنتويرب|antwerpen
arab|árabe|árabe|arabe|arabisch|арабский|عربي عربية عرب|arabski arabska
arctic|ártico|ártico|arctique|arktis|арктика арктический||arktika
argentina argentine argentinian|argentina argentino|argentina argentino|argentine argentin|argentinien argentinisch argentinier argentinierin argentinierinnen|аргентина аргентинский|أرجنتين|argentina argentinski argentinci
armenia armenian|armenia armenio|armênia armênio arménia|arménie arménien|armenien armenisch|армения армянский|أرمينيا|armenija armenski
asia asian|asiático|ásia asiático|asie asiatique|asien asiatisch|азия азиатский|آسيا آسيوي|azija azijski aziji azije azijo azijci
athens|atenas|atenas|athènes|athen|афины афинах|أثينا|atene atenah
atlantic|atlántico|atlântico|atlantique|atlantik|атлантика атлантический|أطلسي|atlantik
australia australian|australia australiano|austrália australiano|australie australien|australien australisch australier australierin australierinnen|австралия австралийский|أستراليا أسترالي|avstralija avstralski avstralci avstralka
austria austrian|austria austríaco|áustria austríaco|autriche autrichien|österreich österreichisch österreicher österreicherin österreicherinnen|австрия австрийский|نمسا|avstrija avstrijski avstrijci
azerbaijan azerbaijani azeri|azerbaiyán azerbaiyano|azerbaijão|azerbaïdjan|aserbaidschan|азербайджан азербайджанский азербайджаном|أذربيجان|azerbajdžan
baghdad|bagdad|bagdá|bagdad|bagdad|багдад багдаде|بغداد|bagdad bagdadu
bahrain|baréin bahrein|bahrein|bahreïn|bahrain|бахрейн|بحرين|bahrajn
balkan balkans|balcanes|balcãs|balkans|balkan|балканы|بلقان|balkan balkana
baltic|báltico|báltico|baltique|baltikum ostsee|балтийский прибалтика|بلطيق|baltik
bangladesh bangladeshi|bangladés bangladesh|bangladesh|bangladesh|bangladesch|бангладеш|بنغلاديش بنجلادش|bangladeš
basque|vasco|basco|basque|baskisch baskenland|баскский|باسك|baskovski
bavaria bavarian|baviera|baviera|bavière|bayern bayerisch|бавария баварский|بافاريا|bavarska
beijing|pekín beijing|pequim|pékin|peking|пекин|بكين|peking
beirut|beirut|beirute|beyrouth|beirut|бейрут|بيروت|bejrut
belarus belarusian|bielorrusia bielorruso|bielorrússia belarus bielorrusso|biélorussie biélorusse bélarus|belarus belarussisch weißrussland|беларусь белоруссия белорусский беларуси белорус белорусы|بيلاروسيا|belorusija beloruski
belgium belgian|bélgica belga|bélgica belga|belgique belge|belgien belgisch belgier belgierin belgierinnen|бельгия бельгийский|بلجيكا|belgija belgijski belgijci
belgrade|belgrado|belgrado|belgrade|belgrad|белград|بلغراد|beograd beogradu
berlin|berlín|berlim|berlin|berlin|берлин берлине|برلين|berlin berlinu
bolivia bolivian|bolivia boliviano|bolívia boliviano|bolivie bolivien|bolivien bolivianisch|боливия|بوليفيا|bolivija
bosnia bosnian herzegovina|bosnia bosnio|bósnia bósnio|bosnie bosnien bosniaque|bosnien bosnisch|босния|بوسنة|bosna bosni hercegovina bosanski bosne bosno
brazil brazilian|brasil brasileño|brasil brasileiro|brésil brésilien|brasilien brasilianisch brasilianer brasilianerin brasilianerinnen|бразилия бразильский|برازيل|brazilija brazilski brazilec brazilci
britain british uk briton|británico|britânico|britannique|britisch großbritannien britisches|британский великобритания британия британец британцы|بريطانيا بريطاني|britanski britanija britanska britanci britanec
brittany|bretaña|bretanha|bretagne|bretagne|бретань||bretanja
brussels|bruselas|bruxelas|bruxelles|brüssel|брюссель брюсселе|بروكسل|bruselj bruslju
bucharest|bucarest|bucareste|bucarest|bukarest|бухарест|بوخارست|bukarešta
bulgaria bulgarian|bulgaria búlgaro|bulgária búlgaro|bulgarie bulgare|bulgarien bulgarisch|болгария болгарский|بلغاريا|bolgarija bolgarski
cairo|cairo||caire|kairo|каир каире|قاهرة|kairo kairu
california californian|california californiano|califórnia|californie californien|kalifornien kalifornisch|калифорния|كاليفورنيا|kalifornija
cambodia cambodian|camboya camboyano|camboja|cambodge cambodgien|kambodscha|камбоджа|كمبوديا|kambodža
cameroon cameroonian|camerún camerunés||cameroun camerounais camerounaise|kamerun|камерун|كاميرون|kamerun
canada canadian|canadá canadiense|canadá canadense|canada canadien|kanada kanadisch kanadier kanadierin kanadierinnen|канада канадский|كندا كندي|kanada kanadski kanadi kanadčani
canary|canarias|canárias|canaries|kanaren|канарский|كناري|kanarski
caribbean|caribe caribeño|caribe caribenho|caraïbes|karibik|карибский|كاريبي|karibi
catalonia catalan|cataluña catalán|catalunha catalão|catalogne catalan|katalonien katalanisch|каталония|كاتالونيا كتالونيا|katalonija katalonski
caucasus|cáucaso|cáucaso|caucase|kaukasus|кавказ кавказе|قوقاز|kavkaz
chad|chad|chade|tchad|tschad|чад|تشاد|čad
chechnya chechen|chechenia checheno|chechênia|tchétchénie tchétchène|tschetschenien tschetschenisch|чечня чеченский|شيشان|čečenija
chile chilean|chile chileno|chile chileno|chili chilien|chile chilenisch|чили|تشيلي|čile
china chinese|china chino|china chinês|chine chinois|china chinesisch chinesen|китай китайский китая китаец китайцы|صين صيني|kitajska kitajski kitajec kitajci
cologne|colonia|colônia|cologne|köln kölner|кельн|كولونيا|köln
colombia colombian|colombia colombiano|colômbia colombiano|colombie colombien|kolumbien kolumbianisch|колумбия|كولومبيا|kolumbija kolumbijski
congo congolese|congo congoleño|congo congolês|congo congolais congolaise|kongo kongolesisch|конго|كونغو|kongo
copenhagen|copenhague|copenhague copenhaga|copenhague|kopenhagen|копенгаген копенгагеном|كوبنهاغن كوبنهاجن|københavn
corsica|córcega|córsega|corse|korsika|корсика|كورسيكا|korzika
crete|creta|creta|crète|kreta|крит|كريت|kreta
crimea crimean|crimea|||krim|крым крымский|قرم|krim krima krimu krimi krime
croatia croatian|croacia croata|croácia croata|croatie croate|kroatien kroatisch kroaten|хорватия хорватский|كرواتيا|hrvaška hrvaški hrvaške hrvati
cuba cuban|cuba cubano|cuba cubano|cuba cubain|kuba kubanisch|куба кубинский|كوبا|kuba kubanski kube kubi kubo
cyprus cypriot|chipre chipriota|chipre cipriota|chypre chypriote|zypern zyprisch|кипр|قبرص|ciper
czech czechia|checo chequia|checo tcheca tchéquia|tchèque tchéquie|tschechien tschechisch|чехия чешский|تشيك|češka češki češke češko čehi
damascus|damasco|damasco||damaskus|дамаск|دمشق|damask
danube|danubio|danúbio|danube|donau|дунай|دانوب|donava donave
denmark danish dane|dinamarca danés|dinamarca dinamarquês|danemark danois|dänemark dänisch dänen|датский|دنمارك دانمارك|danska danski dansko
dominican|dominicano|dominicano|dominicain|dominikanisch|доминиканский|دومينيكان|dominikanski
dutch netherlands holland|holandés holanda neerlandés|holanda holandês|néerlandais hollande néerlandaise|niederlande niederländisch holland|нидерланды голландия нидерландский|هولندا هولندي|nizozemska nizozemski
ecuador ecuadorian|ecuador ecuatoriano|equador equatoriano|equateur équateur équatorien|ecuador|эквадор|إكوادور|ekvador
egypt egyptian|egipto egipcio|egito egípcio egipto|egypte égypte égyptien|ägypten ägyptisch|египет египетский|مصر مصري|egipt egiptovski egipta egipčani
emirates emirati uae|emiratos emiratí|emirados|emirats émirats emirati|emirate|эмираты оаэ|إمارات إماراتي|emirati
england english|inglaterra inglés|inglaterra inglês|angleterre anglais|england englisch engländer engländerin engländerinnen|англия английский|إنجلترا إنكلترا|anglija angleški
eritrea|eritrea|eritreia|erythrée|eritrea|эритрея|إريتريا|eritreja
estonia estonian|estonia estonio|estônia estónia|estonie estonien|estland estnisch|эстония эстонский|إستونيا|estonija estonski
ethiopia ethiopian|etiopía etíope|etiópia etíope|ethiopie éthiopie éthiopien|äthiopien äthiopisch|эфиопия|إثيوبيا|etiopija etiopski
europe european|europa europeo|europa europeu europeia|europe européen européenne|europa europäisch europäische|европа европейский|أوروبا|evropa evropski evropi evropo evropska
finland finnish|finlandia finlandés|finlândia finlandês|finlande finlandais finlandaise|finnland finnisch|финляндия финский|فنلندا|finska finski finsko
florence|florencia|florença|florence|florenz|флоренция|فلورنسا|firence
france french frenchman|francia francés|frança francês|france français française|frankreich französisch franzosen|франция французский француз французы|فرنسا فرنسي|francija francoski francoz francozi
gaza|gaza|gaza|gazaoui|gaza gazastreifen||غزة|gaza gazi gazo gaze
gdansk|gdansk|gdansk|gdansk|danzig|гданьск|غدانسك|gdansk
geneva|ginebra|genebra|genève|genf|женева|جنيف|ženeva ženevi
genoa|génova|gênova génova||genua|генуя|جنوة|genova
georgia georgian|georgia georgiano|geórgia georgiano|géorgie géorgien|georgien georgisch|грузия грузинский|جورجيا|gruzija gruzijski
germany german|alemania alemán|alemanha alemão alemã|allemagne allemand|deutschland deutsch deutsche|германия немецкий фрг немец немцы|ألمانيا ألماني|nemčija nemški nemec nemci
ghana ghanaian|ghana ghanés|gana|ghana ghanéen|ghana|гана|غانا|gana gane gani gano
greece greek|grecia griego|grécia grego|grèce grec|griechenland griechisch griechen|греция греческий|يونان يوناني|grčija grški grki grkov
greenland|groenlandia|groenlândia gronelândia|groenland|grönland|гренландия|جرينلاند غرينلاند|grenlandija
guatemala guatemalan|guatemala guatemalteco|guatemala guatemalteco|guatemala guatémaltèque|guatemala|гватемала гватемалы|غواتيمالا|gvatemala
guinea|guinea|guiné|guinée|guinea|гвинея|غينيا|gvineja
hague||haia|haye|haag|гаага гааге|لاهاي|haag haagu
haiti haitian|haití haitiano|haiti haitiano|haïti haïtien|haiti haitianisch|гаити|هايتي|haiti
hamburg|hamburgo|hamburgo|hambourg|hamburg|гамбург|هامبورغ|hamburg
havana|habana|havana|havane|havanna|гавана гаваном|هافانا|havana
hawaii hawaiian|hawái|havaí|hawaï|hawaii|гавайи гавайский|هاواي|havaji
himalaya himalayas|himalaya|himalaia|himalaya|himalaya|гималаи|هيمالايا|himalaja
honduras honduran|honduras hondureño|honduras hondurenho|honduras hondurien|honduras|гондурас|هندوراس|honduras
hungary hungarian|hungría húngaro|hungria húngaro|hongrie hongrois|ungarn ungarisch|венгрия венгерский|مجر هنغاريا|madžarska madžarski madžari
iceland icelandic|islandia islandés|islândia islandês|islande islandais islandaise|island isländisch|исландия исландский|آيسلندا أيسلندا|islandija islandski
india indian|india indio|índia indiano|inde indien|indien indisch inder inderin inderinnen|индия индийский|هند هندي|indija indijski indijci
indonesia indonesian|indonesia indonesio|indonésia indonésio|indonésie indonésien|indonesien indonesisch|индонезия|إندونيسيا|indonezija
iran iranian|irán iraní|iraniano|iran iranien|iran iranisch|иран иранский иранец иранцы|إيران إيراني|iran irana iranu iranski irani irane iranci
iraq iraqi|irak iraquí|iraque iraquiano|irak irakien|irak irakisch|ирак иракский|عراق عراقي|irak iraku iraški iraka iraki irake
ireland irish|irlanda irlandés|irlanda irlandês|irlande irlandais irlandaise|irland irisch|ирландия ирландский|أيرلندا إيرلندا|irska irski irske irsko irskih
israel israeli|israel israelí|israel israelense|israël israélien|israel israelisch israelis|израиль израильский израиля израили израильтяне|إسرائيل إسرائيلي|izrael izraelski izraela izraelci
istanbul|estambul|istambul|istanbul|istanbul|стамбул|إسطنبول|carigrad istanbul
italy italian|italia italiano|itália italiano|italie italien|italien italienisch italiener italienerin italienerinnen|италия итальянский итальянец итальянцы|إيطاليا إيطالي|italija italijanski italijan italijani
ivory ivorian|marfil marfileño|marfim|ivoire ivoirien|elfenbeinküste||عاج|slonokoščena
jamaica jamaican|jamaica jamaicano|jamaica jamaicano|jamaïque jamaïcain|jamaika|ямайка|جامايكا|jamajka
japan japanese|japón japonés|japão japonês|japon japonais japonaise|japan japanisch japaner japanerin japanerinnen|япония японский японец японцы японка|يابان ياباني|japonska japonski japonec japonci
jerusalem|jerusalén|jerusalém|jérusalem|jerusalem|иерусалим иерусалима|قدس|jeruzalem
jewish jew|judío|judeu judaico|juif juive|jüdisch juden|еврейский|يهود يهودي|judovski judje judi
jordan jordanian|jordania jordano|jordânia jordaniano|jordanie jordanien|jordanien jordanisch|иордания|أردن أردني|jordanija
kazakhstan kazakh|kazajistán kazajo|cazaquistão|kazakhstan kazakh|kasachstan kasachisch|казахстан казахстаном|كازاخستان|kazahstan
kenya kenyan|kenia keniano|quênia queniano quénia|kenya kényan|kenia kenianisch|кения|كينيا|kenija
kharkiv kharkov|járkov|carcóvia kharkiv|kharkiv|charkiw|харьков харькове|خاركيف|harkov
khartoum|jartum|cartum|khartoum|khartum|хартум|خرطوم|kartum
korea korean|corea coreano|coreia coreano|corée coréen|korea koreanisch nordkorea südkorea südkoreanisch nordkoreanisch südkoreaner südkoreanerin südkoreanerinnen|корея кндр корейский|كوريا كوري|koreja korejski
kosovo kosovar|kosovo kosovar|kosovo|kosovo kosovar|kosovo|косово|كوسوفو|kosovo kosovu kosovski
krakow|cracovia|cracóvia|cracovie|krakau|краков|كراكوف|krakov
kremlin|kremlin|kremlin|kremlin|kreml|кремль кремля кремле|كرملين|kremelj kremlja
kurdish kurd kurdistan|kurdo kurdistán|curdo curdistão|kurde kurdistan|kurdisch kurden|курды курдский|أكراد كردستان|kurdski kurdi
kuwait kuwaiti|kuwait kuwaití|kuwait|koweït koweïtien|kuwait|кувейт кувейте|كويت كويتي|kuvajt
kyiv kiev|kiev|kiev|kiev kyiv|kiew|киев киева|كييف|kijev
kyrgyzstan kyrgyz|kirguistán|quirguistão|kirghizistan|kirgisistan|киргизия кыргызстан|قرغيزستان|kirgizistan
latin|latino latinoamericano|||lateinamerika|латинский|لاتينية|latinska
latvia latvian|letonia letón|letônia letónia|lettonie letton|lettland lettisch|латвия латвийский|لاتفيا|latvija latvijski
lebanon lebanese|líbano libanés|líbano libanês|liban libanais libanaise|libanon libanesisch|ливан ливанский ливаном|لبنان لبناني|libanon libanonski
libya libyan|libia libio|líbia líbio|libye libyen|libyen libysch|ливия ливийский|ليبيا ليبي|libija libijski
lisbon|lisboa|lisboa|lisbonne|lissabon|лиссабон|لشبونة|lizbona
lithuania lithuanian|lituania lituano|lituânia|lituanie lituanien|litauen litauisch|литва литовский|ليتوانيا|litva litovski litve litvi litvo
ljubljana|liubliana|liubliana|ljubljana|laibach ljubljana|любляна|ليوبليانا|ljubljana ljubljani
london|londres|londres|londres|london|лондон лондоне|لندن|london londonu
luxembourg|luxemburgo|luxemburgo|luxembourg|luxemburg|люксембург|لوكسمبورغ|luksemburg
lviv|leópolis|lviv|lviv|lemberg lwiw|львов львове|لفيف|lvov
macedonia macedonian|macedonia macedonio|macedônia|macédoine|mazedonien nordmazedonien|македония|مقدونيا|makedonija
madagascar|madagascar|madagascar|madagascar|madagaskar|мадагаскар|مدغشقر|madagaskar
malaysia malaysian|malasia malasio|malásia|malaisie malaisien|malaysia|малайзия|ماليزيا|malezija
mali malian|||malien|mali|мали||
malta maltese|malta maltés|malta maltês|malte maltais maltaise|malta maltesisch|мальта|مالطا|malta malteški
marseille|marsella|marselha|marseille|marseille|марсель|مرسيليا|marseille
mediterranean|mediterráneo|mediterrâneo|méditerranée méditerranéen|mittelmeer|средиземное|متوسط|sredozemlje sredozemsko
mexico mexican|méxico mexicano|méxico mexicano|mexique mexicain|mexiko mexikanisch|мексика мексиканский|مكسيك مكسيكي|mehika mehiški
milan|milán|milão|milan|mailand|милан миланом|ميلانو|milano
moldova moldovan|moldavia moldavo|moldávia moldova|moldavie moldave|moldau moldawien|молдавия молдова|مولدوفا|moldavija
mongolia mongolian|mongolia mongol|mongólia|mongolie|mongolei|монголия|منغوليا|mongolija
montenegro montenegrin|montenegro|montenegro|monténégro|montenegro|черногория||
morocco moroccan|marruecos marroquí|marrocos marroquino|maroc marocain|marokko marokkanisch|марокко|مغرب مغربي|maroko maroški
moscow|moscú|moscou moscovo|moscou|moskau|москва москвы|موسكو|moskva moskvi moskve
mozambique mozambican|mozambique|moçambique moçambicano|mozambique|mosambik|мозамбик|موزمبيق|mozambik
munich|múnich|munique|munich|münchen münchner|мюнхен мюнхеном|ميونخ ميونيخ|münchen
muslim islam islamic|musulmán islam islámico|muçulmano islã islâmico|musulman|muslim islam islamisch muslime|мусульманин ислам исламский мусульмане ислама|مسلم مسلمين إسلامية|musliman islam islamski muslimani
myanmar burma burmese rohingya|birmania myanmar rohinya|mianmar birmânia|birmanie myanmar rohingya|myanmar birma|мьянма|ميانمار بورما|mjanmar
naples|nápoles|nápoles|naples|neapel|неаполь|نابولي|neapelj
nepal nepalese|nepal nepalí|nepal|népal népalais népalaise|nepal|непал непалы|نيبال|nepal
nicosia|nicosia|nicósia|nicosie|nikosia|никосия|نيقوسيا|nikozija
niger|níger|níger|niger|niger||نيجر|niger
nigeria nigerian|nigeria nigeriano|nigéria nigeriano|nigeria nigéria nigérian|nigeria nigerianisch|нигерия|نيجيريا|nigerija
nile|nilo|nilo|nil|nil|нил|نيل|nil
norway norwegian|noruega noruego|noruega norueguês|norvège norvégien|norwegen norwegisch norweger|норвегия норвежский|نرويج|norveška norveški
nuremberg|núremberg|nuremberg|nuremberg|nürnberg|нюрнберг|نورمبرغ|nürnberg
oman omani|omán omaní|omã|oman|oman|оман оманом|عمان عماني|oman omana omanu omani omane
oslo|oslo|oslo|oslo|oslo|осло|أوسلو|oslo
pacific||pacífico|pacifique|pazifik|тихоокеанский|هادئ|pacifik tihi
pakistan pakistani|pakistán pakistaní|paquistão paquistanês|pakistan pakistanais pakistanaise|pakistan pakistanisch|пакистан пакистанский пакистаном|باكستان باكستاني|pakistan pakistanski
palestine palestinian|palestina palestino|palestina palestino|palestine palestinien|palästina palästinenser palästinensisch palästinenserin palästinenserinnen|палестина палестинский|فلسطين فلسطيني|palestina palestinski palestinci
panama panamanian|panamá panameño|panamá panamenho|panama panaméen|panama|панама|بنما|panama
paraguay paraguayan|paraguay paraguayo|paraguai paraguaio|paraguay paraguayen|paraguay|парагвай|باراغواي|paragvaj
paris parisian|parisino||paris parisien|paris|париж|باريس|pariz parizu
pentagon|pentágono|pentágono|pentagone|pentagon|пентагон|بنتاغون|pentagon
persian|pérsico|pérsico|persique|persisch|персидский|فارسي|perzijski
peru peruvian|perú peruano|peru peruano|pérou péruvien|peru peruanisch|перу|بيرو|peru
philadelphia|filadelfia|filadélfia|philadelphie|philadelphia|филадельфия|فيلادلفيا|filadelfija
philippines filipino philippine|filipinas filipino|filipinas filipino|philippines philippin|philippinen philippinisch|филиппины|فلبين فلبيني|filipini filipinski
poland polish pole|polonia polaco|polônia polonês polónia polaco|pologne polonais polonaise|polen polnisch|польша польский поляк поляки|بولندا بولندي|poljska poljski poljsko poljaki
portugal portuguese|portugal portugués|portugal português portuguesa|portugal portugais portugaise|portugal portugiesisch portugiese|португалия португальский|برتغال برتغالي|portugalska portugalski
prague|praga|praga|prague|prag|прага праге|براغ|praga prage pragi prago
pyongyang|pionyang|pyongyang|pyongyang|pjöngjang|пхеньян|بيونغيانغ|pjongjang
qatar qatari|qatar qatarí|catar catariano|qatar qatari|katar|катар|قطر قطري|katar
rhine|rin|reno|rhin|rhein|рейн|راين|ren
romania romanian|rumania rumano rumanía|romênia romeno roménia|roumanie roumain|rumänien rumänisch|румыния румынский|رومانيا|romunija romunski
rome|roma|roma|rome|rom|рим риме|روما|rim rimu rima rime rimom rimov rimih
russia russian|rusia ruso|rússia russo|russie russe|russland russisch russen|россия российский русский рф россиянин россияне россиян|روسيا روسي|rusija ruski ruska ruske rusko ruskega rusi rusov
rwanda rwandan|ruanda ruandés|ruanda|rwanda rwandais rwandaise|ruanda|руанда|رواندا|ruanda
sahara|sáhara saharaui|saara|sahara sahraoui|sahara westsahara||صحراوي|sahara
saudi|saudí saudita arabia|saudita|saoudite saoudien|saudi saudisch|саудовский саудовская|سعودية سعودي|savdska savdski
scotland scottish|escocia escocés|escócia escocês|ecosse écosse écossais écossaise|schottland schottisch|шотландия шотландский|اسكتلندا|škotska škotski
senegal senegalese|senegal senegalés|senegal senegalês|sénégal sénégalais sénégalaise|senegal|сенегал сенегалы|سنغال|senegal
seoul|seúl|seul|séoul|seoul|сеул сеуле|سيول|seul
serbia serbian serb|serbia serbio||serbie serbe|serbien serbisch|сербия сербский|صربيا صربي|srbija srbski srbi
shanghai|shanghái|xangai|shanghai|shanghai|шанхай|شنغهاي شانغهاي|šanghaj
siberia siberian|siberia siberiano|sibéria|sibérie sibérien|sibirien|сибирь сибирский сибири|سيبيريا|sibirija
sicily sicilian|sicilia siciliano|sicília|sicile sicilien|sizilien|сицилия|صقلية|sicilija
singapore|singapur|singapura|singapour|singapur|сингапур|سنغافورة|singapur
slovakia slovak|eslovaquia eslovaco|eslováquia eslovaco|slovaquie slovaque|slowakei slowakisch|словакия словацкий|سلوفاكيا|slovaška slovaški slovaki
slovenia slovenian slovene|eslovenia esloveno|eslovênia esloveno eslovénia|slovénie slovène|slowenien slowenisch|словения словенский|سلوفينيا|slovenija slovenski slovenec slovenci
somalia somali|somalia somalí|somália somali|somalie somalien|somalia somalisch|сомали|صومال صومالي|somalija
spain spanish spaniard|españa español|espanha espanhol|espagne espagnol|spanien spanisch spanier spanierin spanierinnen|испания испанский испанец испанцы|إسبانيا إسباني|španija španski španec
stockholm|estocolmo|estocolmo|stockholm|stockholm|стокгольм|ستوكهولم|stockholm
sudan sudanese|sudán sudanés|sudão sudanês|soudan soudanais soudanaise|sudan sudanesisch|судан суданом|سودان سوداني|sudan sudanski
sweden swedish swede|suecia sueco|suécia sueco|suède suédois|schweden schwedisch|швеция шведский|سويد سويدي|švedska švedski švedi
switzerland swiss|suiza suizo||suisse|schweiz schweizer schweizerisch schweizerin schweizerinnen|швейцария швейцарский|سويسرا سويسري|švica švicarski švici švice švico švicarji
syria syrian|siria sirio|síria sírio|syrie syrien|syrien syrisch syrer syrerin syrerinnen|сирия сирийский|سوريا|sirija sirski
taiwan taiwanese|taiwán taiwanés|taiwan taiwanês|taïwan taïwanais taïwanaise|taiwan taiwanesisch|тайвань|تايوان|tajvan tajvanski
tajikistan|tayikistán|tajiquistão|tadjikistan|tadschikistan|таджикистан|طاجيكستان|tadžikistan
tanzania tanzanian|tanzania tanzano|tanzânia|tanzanie tanzanien|tansania|танзания|تنزانيا|tanzanija
tehran teheran|teherán|teerã teerão|téhéran|teheran|тегеран тегераном|طهران|teheran
texas texan|texas texano|texas|texas texan|texas|техас|تكساس|teksas teksasu
thailand thai|tailandia tailandés|tailândia tailandês|thaïlande thaïlandais thaïlandaise|thailand thailändisch|таиланд тайский|تايلاند تايلند|tajska tajski
tibet tibetan|tíbet tibetano|tibete tibetano|tibet tibétain|tibet tibetisch|тибет|تبت|tibet
tokyo|tokio|tóquio|tokyo|tokio|токио|طوكيو|tokio tokiu
trieste|trieste|trieste|trieste|triest|триест|تريستا|trst trstu
tripoli|trípoli|trípoli|tripoli|tripolis|триполи|طرابلس|tripoli
tunisia tunisian|túnez tunecino|tunísia tunisiano|tunisie tunisien|tunesien tunesisch|тунис тунисский|تونس تونسي|tunizija tunizijski
turin|turín|turim|turin|turin|турин|تورينو|torino
turkey turkish turk türkiye|turquía turco|turquia turco|turquie turc turque|türkei türkisch türken|турция турецкий|تركيا|turčija turški turki turkov
tuscany|toscana|toscana|toscane|toskana|тоскана|توسكانا|toskana
uganda ugandan|uganda ugandés|uganda|ouganda ougandais ougandaise|uganda|уганда|أوغندا|uganda
ukraine ukrainian|ucrania ucraniano|ucrânia ucraniano|ukraine ukrainien|ukraine ukrainisch ukrainer|украина украинский всу украинец украинцы|أوكرانيا أوكراني|ukrajina ukrajinski ukrajinci ukrajinec
uruguay uruguayan|uruguay uruguayo|uruguai uruguaio|uruguay uruguayen|uruguay|уругвай|أوروغواي|urugvaj
uzbekistan uzbek|uzbekistán uzbeko|uzbequistão|ouzbékistan ouzbek|usbekistan|узбекистан узбекский узбекистаном|أوزبكستان|uzbekistan
vatican|vaticano|vaticano|vatican|vatikan|ватикан ватиканом|فاتيكان|vatikan
venezuela venezuelan|venezuela venezolano|venezuela venezuelano|venezuela vénézuélien|venezuela venezolanisch|венесуэла|فنزويلا|venezuela venezuelski
venice|venecia|veneza|venise|venedig|венеция||benetke benetkah
vienna|viena|viena|vienne|wien wiener wienerin wienerinnen|вене|فيينا|dunaj dunaju
vietnam vietnamese|vietnam vietnamita|vietnã vietnamita vietname|vietnam vietnamien viêtnam|vietnam vietnamesisch|вьетнам вьетнама|فيتنام|vietnam
wales welsh|galeses|gales galês|galles gallois|wales walisisch|уэльс|ويلز|wales
warsaw|varsovia|varsóvia|varsovie|warschau|варшава|وارسو|varšava
yemen yemeni houthi houthis|yemen yemení hutí|iêmen houthi|yémen yéménite houthis|jemen jemenitisch huthi|йемен хуситы йеменом|يمن يمني حوثي حوثيين|jemen jemenski
york|york|york|york|york|йорк|نيويورك|york
zagreb|zagreb|zagreb|zagreb|zagreb|загреб|زغرب|zagreb zagrebu
zambia zambian|zambia|zâmbia|zambie|sambia|замбия|زامبيا|zambija
zealand|zelanda zelandés|zelândia|zélande zélandais zélandaise|neuseeland|зеландия|زيلندا نيوزيلندا|zelandija
zimbabwe zimbabwean|zimbabue|zimbábue|zimbabwe|simbabwe|зимбабве|زيمبابوي|zimbabve
zurich|zúrich|zurique|zurich|zürich|цюрих|زيورخ زوريخ|zürich
`;
