/** Words of war, weapons, crime, police and courts. */
export const CONFLICT = `
airport|aeropuerto|aeroporto|aéroport|flughafen|аэропорт|مطار|letališče
airstrike|bombardeo|bombardeio|frappe frappes|luftangriff luftschlag|авиаудар авиаудары|غارة غارات|letalski
ambush|emboscada|emboscada|embuscade|hinterhalt|засада|كمين|zaseda
ammunition|munición|munição munições|munition|munition|боеприпасы|ذخيرة ذخائر|strelivo
arms weapon weapons|arma armas|arma armas armamento|armement|waffe waffen|оружие вооружение|سلاح أسلحة|orožje orožja orožjem
army|ejército|exército|armée|armee bundeswehr heer|армия войска войск|جيش|vojska vojske vojski vojsko
arrest arrested detain detained detention custody|detenido arresta arrestado detención detiene detuvo detuvieron|detido preso detenção prende detém detenções prendeu prenderam|arrêté arrestation interpellé interpellation|verhaftet festgenommen festnahme verhaftung|арестован задержан арест задержали арестовали задержание|اعتقال اعتقل يعتقل توقيف معتقل اعتقلت|aretiran aretacija aretirali prijeli pridržali prijet
arson|incendiario|incendiário|incendiaire|brandstiftung|поджог|حرق|požig
attack assault attacker|ataque atacó ataca agresión atacante|ataque atacou ataca agressão agressões|attaque attaqué agression|angriff anschlag angegriffen überfall|атака нападение атаковали напал удар|هجوم هجمات يهاجم هاجم هاجمت|napad napadalec napadel napadi
attorney lawyer|abogado abogada|advogado advogada|avocat avocate|anwalt rechtsanwalt anwälte|адвокат|محامي|odvetnik odvetnica
ballistic|balístico|balístico|balistique|ballistisch|баллистический|باليستي|balistični
baton|lacrimógeno|lacrimogêneo|lacrymogène|tränengas|слезоточивый|مسيل|solzivec
battle fight combat|batalla combate|batalha combate luta|bataille combat|schlacht kampf gefecht|битва бой бои|معركة معارك قتال|bitka boj boji boja bitke bitki bitko boju boje bojem bojev bojih
beheading|ejecución ejecutado|execução executado execuções|exécution exécuté|hinrichtung hingerichtet|казнь казнили|إعدام|usmrtitev usmrčen usmrtitve
blackmail extortion|extorsión chantaje|extorsão chantagem extorsões|extorsion chantage|erpressung|шантаж вымогательство|ابتزاز|izsiljevanje
blockade siege|bloqueo asedio|bloqueio|blocus|blockade belagerung|блокада осада|حصار|blokada obleganje
blood|sangre|sangue|sang|blut|кровь|دم دماء|kri krvi
bomb bombing|bomba|bomba|bombe|bombe|бомба бомбы|قنبلة قنابل|bomba bombe bombo bombni bombi
bullet|bala balas|||kugel|пуля||krogla
burglary burglar theft thief steal stolen robbery robber|robo ladrón roba robado hurto atraco|roubo ladrão rouba roubado furto assalto|voleur volé cambriolage braquage|einbruch diebstahl dieb gestohlen raub raubüberfall|кража ограбление вор украл украли|سرقة لص لصوص|rop tatvina tat vlom ukradel roparski ropa ropu ropi rope ropom ropov ropih tata tatu tatom tatov tatih vloma vlomu vlomi vlome
captive hostage|rehén rehenes|refém reféns|otage otages|geisel geiseln|заложник заложники|رهينة رهائن أسير|talec talci talcev
cartel mafia|cartel cártel mafia|cartel máfia|cartel mafia|kartell mafia|картель мафия|كارتل مافيا|mafija kartel
ceasefire truce|tregua|trégua|trêve|waffenruhe waffenstillstand feuerpause waffenstillstandsabkommen|перемирие|هدنة|premirje prekinitev prekinitve
cemetery grave|cementerio tumba|cemitério túmulo|cimetière|friedhof grab|кладбище могила|مقبرة قبر|pokopališče grob
charge charged indict indictment|imputado imputa|indiciado denunciado|inculpé inculpation|angeklagt anklage|обвиняемый обвинительный||obtožen obtoženec ovaden
cia|cia|cia||cia|цру||cia
cocaine|cocaína|cocaína|cocaïne|kokain|кокаин|كوكايين|kokain
colonel|coronel|coronel|colonel|oberst|полковник|عقيد|polkovnik
commander|comandante|comandante|commandant|kommandeur befehlshaber befehlshaberin befehlshaberinnen|командир|قائدا|poveljnik
confess confession|confiesa confesó|confessa confessou|avoue aveux|gesteht geständnis|признался признание|اعترف اعتراف اعترفت|priznal priznanje
conflict clash|conflicto enfrentamiento|conflito confronto|conflit affrontement conflits|konflikt zusammenstoß|конфликт столкновение|صراع نزاع اشتباك اشتباكات|konflikt spopad spopadi
convict conviction convicted|condenado condena|condenado condena condenação|condamné condamnation|verurteilt verurteilung|осужден осудили|إدانة مدان أدين|obsojen obsodba obsodil
court tribunal|tribunal juzgado|tribunal tribunais|tribunal|gericht gerichtshof|суд суда суде|محكمة|sodišče sodišča sodišču
crime criminal|crimen criminal delito crímenes|crime criminal delito criminais|crime criminel délit délits|verbrechen kriminell kriminalität straftat|преступление преступник преступность уголовный преступности|جريمة جرائم إجرامية|zločin kriminal kaznivo kriminalist
cyberattack|ciberataque|ciberataque|cyberattaque|cyberangriff hackerangriff|кибератака|سيبراني|kibernetski
defence defense|defensa|defesa|défense|verteidigung|оборона минобороны|دفاع|obramba obrambni obrambo
destroy destruction|destruye destruido destrucción|destrói destruído destruição destruições|détruit destruction|zerstört zerstörung|уничтожил уничтожен разрушил разрушение разрушен|تدمير دمر يدمر|uničil uničenje uničen
drone uav|dron drones|drone drones|drone|drohne drohnen drohnenangriff drohnenangriffe|дрон беспилотник дроны|درون|dron droni brezpilotni
drug narcotic|droga narcotráfico|droga tráfico narcotráfico|drogue stupéfiants|droge drogen rauschgift|наркотик наркотики|مخدرات|droga droge mamila drogi drogo
escape fugitive flee fled|fuga fugitivo huye escapa huyó|fuga foragido fugiu|évasion évadé fuite fugitif|flucht flieht geflohen entkommen|побег сбежал бежал|فرار فر|pobeg pobegnil beg pobega bega begu begi bege begom begov begih
evidence proof|evidencia|evidência|preuve|beweis beweise|доказательство улика|دليل أدلة|dokaz dokazi
explosion blast explode explosive|explosión explota explosivo|explosão explode explosivo explosões|explosion explose explosif|explosion explodiert sprengstoff|взрыв взорвался взрывчатка|انفجار انفجارات متفجرات انفجرت|eksplozija eksplodirala eksploziv
extremist extremism radical|extremista extremismo radical|extremista extremismo radical radicais|extrémiste extrémisme radical|extremist extremismus radikal|экстремист экстремизм радикал радикалы|متطرف تطرف متطرفين|skrajnež ekstremist radikalni
fbi|fbi|fbi|fbi|fbi|фбр||fbi
fraud scam swindle|fraude estafa|fraude|fraude escroquerie arnaque|betrug betrüger|мошенничество мошенник|احتيال|prevara goljufija goljuf
front frontline|frente|frente|front|front|фронт линия|جبهة|fronta fronte fronti
gang gangster|banda pandilla|gangue quadrilha|gang|bande gang|банда бандит бандита||tolpa kriminalna tolpe tolpi tolpo
general|general|general|général|general|генерал генералы|جنرال لواء|general generala
genocide|genocidio|genocídio|génocide|völkermord genozid|геноцид|إبادة|genocid
guilty guilt|culpable|culpado|coupable|schuldig|виновен виновный|مذنب|kriv krivda
gun pistol rifle|pistola fusil|pistola fuzil|pistolet fusil|pistole gewehr|пистолет винтовка|مسدس بندقية|pištola puška puške puški puško
gunman shooter|pistolero tirador|atirador|tireur|schütze amokläufer|стрелок|مسلح مسلحين|strelec
hack hacker|hackeo hacker hackers|hacker|piratage hacker hackers|hacker gehackt|хакер хакеры взломали|قرصنة هاكر|heker hekerski
harassment|acoso|assédio|harcèlement|belästigung|домогательство|تحرش|nadlegovanje
helicopter|helicóptero|helicóptero|hélicoptère|hubschrauber|вертолет|مروحية هليكوپتر|helikopter
holocaust|holocausto|holocausto|holocauste shoah|holocaust|холокост холокоста|محرقة هولوكوست|holokavst
human|humano|humano|humain|mensch menschlich|человек человеческий|إنسان بشر بشري|človek človeški
humanitarian|humanitario|humanitário|humanitaire|humanitär|гуманитарный|إنساني|humanitarni humanitarna
iaea|oiea|aiea|aiea|iaeo|магатэ||
icc|cpi|cpi|cpi|icc|мус||
immunity|inmunidad|imunidade|immunité immunitée|immunität|иммунитет|حصانة مناعة|imuniteta
intelligence spy espionage|espía espionaje|espião espionagem|espion espionnage renseignement|spion spionage geheimdienst|разведка шпион шпионаж фсб спецслужбы|استخبارات جاسوس تجسس|vohun vohunjenje obveščevalni
invasion invade occupy occupation|invasión invade ocupación|invasão invade ocupação invasões|invasion envahit occupation|invasion einmarsch besatzung|вторжение оккупация|غزو احتلال|invazija okupacija vdor vdora vdoru vdori vdore
investigation investigate probe inquiry|investigación investiga|investigação investiga inquérito|enquête enquêteur|untersuchung ermittlung ermittler ermittelt ermittlerin ermittlerinnen|расследование следствие следователь|تحقيق تحقيقات يحقق|preiskava preiskuje preiskave
islamist jihadist|yihadista|islamita jihadista|islamiste djihadiste jihadiste|islamist islamistisch dschihadist|исламист джихадист|إسلاميين جهادي|islamist džihadist islamistični
judge|juez jueza jueces|juiz juíza juízes|juge|richter richterin||قاض قاضي قضاة|sodnik sodnica sodniki
jury juror|jurado||jury juré|jury geschworene|присяжные|محلفين|porota
justice judicial|justicia judicial|justiça judicial judiciais|justice judiciaire|justiz gerechtigkeit|правосудие юстиция|عدالة|pravosodje pravosodni
kidnap kidnapping abduct abduction|secuestro secuestra plagio|sequestro sequestra rapto|enlèvement enlevé kidnapping|entführung entführt|похищение похитили|خطف اختطاف مخطوف|ugrabitev ugrabil ugrabljen ugrabitve
kill killed killing|mata mató matan matado|mata matou matar|tue tué tués|getötet tötet tötung|убил убит убили убиты убитых|قتل يقتل مقتل قتلى قتلت|ubil ubit ubiti ubila
knife stab stabbing|cuchillo apuñala apuñalado|faca esfaqueado esfaqueia|couteau poignardé|messer messerattacke messerangriff|нож ножом зарезал|سكين طعن|nož nožem zabodel noža nožu noži nože nožev nožih
landmine grenade|||grenade|granate landmine|граната|لغم ألغام|granata
lawsuit sue sues|querella|processa|plainte|klage verklagt|иск|دعوى|tožba tožbo tožil tožbe tožbi
leak spill|derrame vertido|vazamento derramamento||leck|утечка|تسرب|razlitje
lieutenant|teniente|tenente|lieutenant|leutnant|лейтенант|ملازم|poročnik
massacre|masacre matanza|massacre chacina|massacre|massaker|резня|مجزرة مذبحة|pokol
mercenary|mercenario|mercenário|mercenaire|söldner söldnerin söldnerinnen|наемник наемники|مرتزقة|plačanec plačanci
meth heroin cannabis marijuana|marihuana cannabis|maconha cannabis|héroïne cannabis|heroin cannabis marihuana|героин марихуана|حشيش هيروين|konoplja heroin marihuana
militant militia rebel insurgent|miliciano milicia rebelde insurgente|miliciano milícia rebelde insurgente|milice rebelle insurgé|miliz rebell rebellen|боевик боевики ополченец повстанцы ополченца|ميليشيا متمردين متمرد|milica uporniki upornik
military|militar militares|militar|militaire|militär militärisch|военный военные|عسكري عسكرية|vojaški vojaška vojaško
missile rocket|misil cohete|míssil foguete|missile roquette|rakete raketen raketenangriff raketenangriffe raketentest|ракета ракетный ракеты|صاروخ صواريخ|raketa rakete raket raketni
mobilisation conscription|movilización reclutamiento|mobilização|mobilisation conscription|mobilmachung wehrpflicht|мобилизация призыв|تعبئة تجنيد|mobilizacija
murder murderer homicide|asesinato asesinado asesino homicidio|assassinato assassinado assassino homicídio|meurtre meurtrier homicide|mord mörder ermordet mörderin mörderinnen|убийство убийца убийства|قاتل|umor umora umori morilec umorjen umore umoro
navy naval|naval armada|marinha naval navais||kriegsmarine|вмф||mornarica
nazi|nazi nazismo|nazista nazismo|nazi nazisme|nazi nationalsozialist|нацист нацистский|نازي نازية|nacist nacistični
offensive|ofensiva contraofensiva|ofensiva contraofensiva|offensive|offensive gegenoffensive|наступление контрнаступление||ofenziva
paedophile abuse|pederastia abuso abusos|pedofilia abuso abusos|pédophile abus|missbrauch pädophil|педофил|استغلال|zloraba zlorabe
peace|paz|paz|paix|frieden|мирный|سلام|mirovni mirovna
peacekeeper|||casques|blauhelme|миротворец миротворцы|يونيفيل|mirovniki
pirate piracy|pirata piratería|pirata pirataria|pirate piraterie|pirat piraten|пират пиратство|قراصنة|pirat pirati
poison poisoning|veneno envenenamiento|veneno envenenamento|poison empoisonnement empoisonné|vergiftung vergiftet gift|яд отравление отравили|تسمم سموم|zastrupitev strup zastrupitve
police policeman cop|policía policial|polícia policiais|police policier gendarme|polizei polizist polizisten polizeibeamte polizeieinsatz|полиция полицейский полицейские мвд|شرطة شرطي|policija policist policijski
prison jail prisoner inmate imprisonment|prisión cárcel preso recluso encarcelado|prisão presídio detento prisões|prison prisonnier détenu emprisonné détenus|gefängnis haft häftling gefängnisstrafe lebenslang|тюрьма заключенный колония|سجن سجين سجناء|zapor zapora ječa zapornik ječe ječi ječo
prosecutor prosecution|fiscal fiscalía|promotor procuradoria|procureur parquet|staatsanwalt staatsanwaltschaft|прокурор прокуратура|مدع نيابة ادعاء|tožilec tožilstvo tožilka
rape rapist|violación violador|estupro estuprador violação violações|viol violeur violée|vergewaltigung vergewaltigt|изнасилование изнасиловал|اغتصاب|posilstvo posilil
release freed|liberado liberación libera|libertado libertação|libéré libération|freigelassen freilassung|освободили освобожден освобождение|إفراج إطلاق|izpustili izpustil osvoboditev osvoboditve
retaliate retaliation revenge|represalia venganza|represália retaliação vingança|représailles vengeance|vergeltung rache|возмездие|انتقام رد|maščevanje povračilni
riot unrest uprising|disturbios revuelta motín|motim revolta tumulto|émeute émeutes révolte|unruhen krawalle aufstand|беспорядки восстание бунт|شغب تمرد انتفاضة|nemiri izgredi vstaja upor upora uporu upori upore
sabotage|sabotaje|sabotagem|sabotage|sabotage|диверсия саботаж|تخريب|sabotaža
safety security|seguridad|segurança|sécurité sécuritée|sicherheitskräfte sicherheitsbehörden sicherheitslage|безопасность безопасности|أمن أمني|varnost varnostni
sentence sentenced verdict|sentencia veredicto sentenciado|sentença veredito|verdict|urteil haftstrafe|приговор приговорили|حكم|kazen sodba sodbe sodbi sodbo
sex sexual|sexo sexual|sexo sexual sexuais|sexe sexuel|sex sexuell|секс сексуальный|جنس جنسي جنسية|spolni spolna spolne
shelling artillery|artillería|artilharia|artillerie|artillerie beschuss|обстрел артиллерия обстреляли|قصف مدفعية|obstreljevanje topništvo
shooting shot shoot gunfire|tiroteo disparo disparó|tiroteio disparo|fusillade|schüsse schießerei erschossen|стрельба выстрел застрелил|رماية رصاص|streljanje strel streli ustreljen
skeleton|esqueleto|ossada|ossements squelette|skelett|останки скелет|رفات|okostje
smuggling smuggler trafficking|contrabando contrabandista|contrabando contrabandista|contrebande trafiquant trafic|schmuggel schmuggler schmugglerin schmugglerinnen|контрабанда|تهريب مهرب|tihotapljenje tihotapec
soldier troop troops|soldado tropas|soldado tropas|soldat troupes|soldat soldaten truppen|солдат военнослужащий военнослужащие|جندي جنود قوات|vojak vojaki vojakov enote
submarine|submarino|submarino|||субмарина подлодка|غواصة|podmornica
suicide|suicidio suicida|suicídio suicida|suicide|selbstmord suizid|самоубийство самоубийца|انتحار انتحاري|samomor samomorilski
surrender|rendición rinde|rendição rendições|reddition|kapitulation ergibt|капитуляция сдался|استسلام|predaja kapitulacija
suspect|sospechoso|suspeito|suspect|verdächtige verdächtiger|подозреваемый подозревается|مشتبه|osumljenec osumljeni
tank|tanque blindado|tanque blindado|char blindé|panzer|танк танки|دبابة دبابات|tank tanki tankov tanka tanku tanke
terror terrorist terrorism|terror terrorista terrorismo|terror terrorista terrorismo|terreur terroriste terrorisme|terror terrorist terrorismus terroranschlag selbstmordattentäter|террор террорист терроризм теракт|إرهاب إرهابي|teror terorist terorizem teroristični terorizma
testify testimony witness|testigo testimonio testifica|testemunha depoimento testemunho|témoin témoigne témoignage|zeuge zeugen|свидетель показания|شاهد شهادة شهود|priča pričanje pričal priče priči pričo
threat threaten|amenaza|ameaça|menace menacé|drohung bedrohung droht|угроза угрожает пригрозил|تهديد يهدد تهديدات|grožnja grozi grožnje
torture|tortura|tortura|torture|folter|пытки|تعذيب|mučenje
trial|juicio|julgamento|procès|prozess|судебный|محاكمة|sojenje
vandal vandalism|vandalismo|vandalismo|vandalisme|vandalismus|вандализм вандал||vandalizem
veteran|veterano|veterano|vétéran|veteran|ветеран ветераном|محارب قدامى|veteran
victim|víctima|vítima|victime|opfer|жертва потерпевший|ضحية ضحايا|žrtev žrtve žrtvam
violence violent|violencia violento|violência violento|violence violent|gewalt gewalttätig|насилие насильственный|عنف عنيف|nasilje nasilni nasilja
war wartime|guerra|guerra|guerre|krieg bürgerkrieg weltkrieg angriffskrieg ukrainekrieg|война войны|حرب حروب|vojna vojne vojni vojno
warning warn|advierte advertencia|alerta adverte|avertissement avertit|warnung warnt|предупредил предупреждение предупредили|تحذير يحذر تحذر|opozorilo opozarja svarilo
wound wounded injure injured injury|herido lesión lesionado hiere hirió hirieron|ferido lesão lesões|blessé blessure blesse|verletzt verletzung verletzte|раненый травма пострадал пострадавшие|إصابة جريح جرحى يصيب مصاب أصيبت|ranjen poškodba poškodovan ranil
`;
