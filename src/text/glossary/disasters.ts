/** Words of disasters, accidents, weather and transport. */
export const DISASTERS = `
accident crash|accidente choque siniestro|acidente colisão colisões|accident|unfall unfälle verkehrsunfall autounfall|авария дтп|حادث حوادث|nesreča nesreče nesreči nesrečo trčenje
aftershock|réplica|réplica|réplique|nachbeben|афтершок|ارتدادية|popotresni
ambulance|ambulancia|ambulância ambulâncias|ambulance|rettungswagen krankenwagen|скорая|إسعاف|reševalci rešilec
avalanche|avalancha alud|avalanche|avalanche|lawine|лавина||plaz plazu plazovi
blackout outage|apagón|apagão blecaute|coupure|stromausfall blackout|отключение блэкаут|انقطاع|izpad
bridge|puente||pont|brücke|мост моста|جسر|most mostu mosta
burn burned|quema quemado|queima queimado|brûle brûlé|brennt verbrannt|сгорел|يحترق احترق احترقت|gori zgorel pogorel
bus|autobús ómnibus|ônibus autocarro|autobus autocar|bus reisebus|автобус|حافلة أتوبيس باص|avtobus avtobusa
capsize sink shipwreck sank|naufragio naufraga hunde|naufrágio naufraga afunda|naufrage coule|gekentert schiffbruch|затонул затонуло кораблекрушение|غرق غرقت|potonil potopil brodolom
car automobile|coche automóvil carro|carro automóvel|voiture automobile|auto autos wagen|автомобиль машина авто автомобили|سيارة سيارات|avto avtomobil avta
climate|clima climático|clima climático|climat climatique|klima klimawandel|климат климатический|مناخ مناخية|podnebje podnebne podnebni
cloud|nube|nuvem|nuage|wolke|облако облачность облачности|غيوم|oblak oblaki
coast beach|playa costa|costa litoral|plage|küste strand|побережье пляж берег|ساحل شاطئ سواحل|obala plaža obale obali obalo plaže plaži plažo
cold freeze frost|frío helada|frio geada|froid gel|kälte frost|мороз холод заморозки|برد صقيع|mraz zmrzal zmrzali mraza mrazu mrazi
collapse|derrumbe colapso derrumba|desabamento colapso desaba|effondrement effondre|einsturz eingestürzt|обрушение рухнул обрушился|انهيار انهار انهارت|zrušitev zrušil zrušila zrušitve
collide collision|colisión colisiona|colide|collision percute|kollision|столкнулись|تصادم اصطدام|trčil trčila
damage|destrozos|dano danos|dégât dégâts dommage|schaden schäden|ущерб повреждения|أضرار ضرر|škoda škode škodo škodi
death dead die died deadly fatal|muere muerto muerte murió mortal fallece falleció fallecido murieron|morre morto morte morreu mortal falece morreram|mort meurt décès mortel décède|tot tote stirbt tod gestorben tödlich todesopfer|умер погиб смерть погибли скончался умерла гибель погибших|وفاة موت مات توفي وفيات توفيت|umrl smrt mrtev mrtvi mrtvih smrti umrla umrli preminil mrtve
derail derailment|descarrila descarrilamiento|descarrila descarrilamento|déraille déraillement|entgleist entgleisung|||iztiril iztirjenje
disaster catastrophe tragedy|desastre catástrofe tragedia|desastre catástrofe tragédia|catastrophe désastre tragédie drame|katastrophe tragödie unglück|катастрофа бедствие трагедия|كارثة كوارث مأساة|katastrofa tragedija
drought|sequía|seca|sécheresse|dürre trockenheit|засуха|جفاف|suša suše sušo suši
drown drowning drowned|ahogado ahoga|afogado afoga afogamento|noyé noyade noie|ertrunken ertrinkt|утонул утонули утонула|غريق|utonil utopil utonila
earthquake quake tremor seismic|terremoto sismo seísmo temblor|terremoto sismo tremor|séisme sismique|erdbeben beben seebeben|землетрясение|زلزال زلازل هزة|potres potresa potresi potresu
edifice|edificio|edifício prédio|immeuble|gebäude|здание здания|مبنى مباني|stavba stavbe zgradba poslopje
emission emissions carbon|emisión emisiones carbono|emissão emissões carbono|émission carbone|emission emissionen co2|выбросы углерод|انبعاثات كربون|izpust izpusti emisije ogljik
environment environmental|medioambiente ambiental medioambiental|ambiental ambientais|environnemental|umwelt umweltschutz|экология экологический|بيئة بيئي|okolje okoljski okolja
eruption volcano volcanic|erupción volcán volcánico|erupção vulcão vulcânico erupções|éruption volcan|vulkan ausbruch vulkanausbruch|извержение вулкан вулканом|بركان|izbruh vulkan ognjenik
evacuate evacuation evacuated|evacua evacuación evacuado|evacua evacuação|évacue évacuation évacué|evakuiert evakuierung|эвакуация эвакуировали|إجلاء إخلاء|evakuacija evakuirali
fire blaze|incendio fuego|incêndio fogo|incendie feu feux|brand feuer|пожар пожара возгорание|حريق حرائق نيران|požar požara požari ogenj
firefighter|bombero|bombeiro|pompier|feuerwehr feuerwehrmann|пожарный пожарные мчс спасатели|إطفاء|gasilec gasilci gasilcev
flight|vuelo|voo voos||flug flüge|рейс полет|رحلة|polet
flood flooding|inundación inundaciones riada|inundação enchente cheia alagamento|inondation crue|hochwasser überschwemmung flut|наводнение паводок|فيضان فيضانات|poplava poplave poplav poplavi
fog|niebla|neblina nevoeiro|brouillard|nebel|туман туманом||megla megle megli meglo
forest|bosque forestal|floresta florestal|forêt forestier|wald wälder|лес леса лесной|غابة غابات|gozd gozda gozdovi gozdni gozdu gozdi gozde
greenhouse warming|calentamiento|aquecimento|réchauffement|erderwärmung treibhausgase|потепление|احتباس|segrevanje toplogredni
heat heatwave hot|calor|calor|chaleur canicule|hitze hitzewelle|жара|حرارة|vročina vročine vročinski
hurricane typhoon cyclone|huracán tifón ciclón|furacão tufão ciclone|ouragan typhon cyclone|hurrikan taifun zyklon orkan|ураган тайфун циклон ураганом|إعصار|orkan tajfun ciklon hurikan
ice|hielo|gelo|glace|eis|лед льда|جليد|ledeni ledu
island|isla islas|ilha ilhas|île|insel|остров острове|جزيرة جزر|otok otoka otoku otoki otoke
lake|lago|lago|lac||озеро озера|بحيرة|jezero jezera jezeru
landslide mudslide|deslizamiento|deslizamento|éboulement glissement|erdrutsch|оползень||zemeljski usad
lightning thunderstorm|rayo|raio trovoada|foudre orage|blitz gewitter|молния гроза|صاعقة|nevihta neurje
magnitude richter|magnitud richter|magnitude richter|magnitude|magnitude|магнитуда магнитудой|ريختر|magnituda
missing disappear disappeared vanish disappearance|desaparecido desaparece desaparición|desaparecido desaparece desaparecimento|disparu disparition disparaît disparus|vermisst verschwunden|пропал исчез пропавший исчезла исчезновение|مفقود اختفاء مفقودين اختفى اختفت|pogrešan izginil izginotje pogrešani
mountain|montaña|montanha|montagne|berg berge gebirge|гора горы горный|جبل جبال|gora gore gorah gorski goro
ocean|océano|oceano|océan|ozean|океан океаном|محيط|ocean
pilot|piloto|piloto|pilote|pilot|пилот летчик|طيار طيارين|pilot pilota
plane aircraft airplane|avión|avião aeronave|avion|flugzeug flugzeugabsturz|самолет авиалайнер|طائرة طائرات|letalo letala
pollution pollute|contaminación contamina|poluição contaminação poluições|pollution pollué|verschmutzung umweltverschmutzung|загрязнение|تلوث|onesnaženje onesnaževanje
rain rainfall|lluvia lluvias|chuva|pluie|regen niederschlag|дождь дожди ливень осадки|مطر أمطار|dež deževje padavine deže dežem dežev
rescue rescuer rescued|rescate rescata|resgate resgata|sauvetage secours sauveteur secouru|rettung gerettet retter rettungskräfte rettungsdienst bergung geborgen|спасение спасли спас спасательный|إنقاذ|reševanje rešili rešil
river|río ríos|rio rios|fleuve rivière|fluss|река реки реке|نهر|reka reke reki reko
road highway motorway|carretera autopista|estrada rodovia autoestrada|route autoroute|straße autobahn|дорога трасса шоссе|طريق|cesta ceste cesti avtocesta avtocesti cesto
rubble debris|escombros|escombros|décombres|trümmer|обломки завал завалы|أنقاض ركام|ruševine
sea||||meer|море моря||morje morja morju
ship boat vessel ferry|barco buque nave lancha|navio barco balsa|navire bateau|schiff boot kreuzfahrtschiff frachtschiff|корабль судно лодка катер паром парома|سفينة قارب سفن عبارة|ladja čoln trajekt ladje ladjo čolna čolnu čolni čolne
snow blizzard|nieve nevada|neve nevasca|neige|schnee schneefall|снег снегопад метель|ثلج ثلوج|sneg snega sneženje snegu snegi snege
storm|tormenta tempestad tempestades|tempestade|tempête|sturm unwetter|шторм буря|عاصفة عواصف|vihar viharja
survivor survive survived|superviviente sobreviviente sobrevive|sobrevivente sobrevive|survivant survécu rescapé|überlebende überlebt|выживший выжил выжили|ناج ناجين نجا نجت|preživeli preživel
temperature|temperatura|temperatura|température|temperatur|температура|درجة درجات|temperatura
tornado|tornado||tornade|tornado|торнадо смерч|توروندو تورنادو|tornado
traffic|tráfico|trânsito tráfego|circulation|verkehr stau|движение пробка|مرور|promet prometa prometni
train railway rail|tren ferrocarril ferroviario|trem comboio ferrovia ferroviário|train ferroviaire|zug züge bahn zugunglück lokführer bahnstreik|поезд жд железнодорожный|قطار قطارات|vlak vlaka vlaki železnica železniški vlaku vlake
truck lorry|camión|caminhão camião|camion|lkw lastwagen|грузовик фура|شاحنة|tovornjak
tsunami|tsunami|tsunami|tsunami|tsunami|цунами|تسونامي|cunami
tunnel|túnel|túnel|tunnel|tunnel|тоннель туннель|نفق|predor tunel
vehicle|vehículo|veículo|véhicule|fahrzeug|транспортный|مركبة|vozilo vozila
water|agua|água|eau|wasser|вода воды|مياه|voda vode vodo vodni
wave|ola olas|onda ondas|vague|welle|волна|موجة أمواج|val valovi valu valom valov valih
weather forecast|meteorológico pronóstico|meteorologia previsão previsões|météo|wetter wettervorhersage|погода прогноз синоптик|طقس أرصاد|vreme vremenska napoved
wildfire bushfire||||waldbrand waldbrände|||
wind|viento|vento||wind|ветер ветра|رياح ريح|veter vetra
`;
