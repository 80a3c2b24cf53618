/** Words of money, trade, companies, energy and work. */
export const ECONOMY = `
advertising advertisement|||publicité publicitée|werbung|реклама|دعائية|oglas oglaševanje
agriculture farming farm farmer|agricultura agricultor granja agrícola|agricultura agricultor fazenda agrícola|agriculture agriculteur agricole|landwirtschaft landwirt bäuerin|фермер сельхоз аграрный|زراعة مزارع مزارعين زراعي|kmetijstvo kmet kmetje kmetija kmetov kmeta kmetu kmeti kmete
airbus|airbus|airbus|airbus|airbus|аэробус|إيرباص|airbus
airline|aerolínea aerolíneas|aérea|aérienne|fluggesellschaft airline|авиакомпания|طيران|prevoznik
amazon|amazon|amazon|amazon|amazon|амазон|أمازون|amazon
auction|subasta|leilão|enchère enchères|auktion versteigerung versteigert|аукцион|مزاد|dražba
bank|banco|banco|banque|bank banken|банк банка|بنك مصرف بنوك مصارف|banka banke banko banki
bankruptcy bankrupt insolvency|quiebra bancarrota insolvencia|falência insolvência|faillite|insolvenz pleite konkurs|банкротство банкрот|إفلاس|stečaj stečaja
billionaire millionaire tycoon|multimillonario millonario magnate|bilionário milionário magnata|milliardaire millionnaire|milliardär millionär|миллиардер миллионер олигарх|ملياردير مليونير|milijarder milijonar
bitcoin cryptocurrency crypto|bitcoin criptomoneda|bitcoin criptomoeda|bitcoin cryptomonnaie|bitcoin kryptowährung|биткоин криптовалюта|بيتكوين مشفرة|bitcoin kriptovaluta
boeing|boeing|boeing|boeing|boeing|боинг|بوينغ|boeing
bond bonds|bonos||obligations|anleihe anleihen|облигация облигации|سندات|obveznice
boom growth|crecimiento|crescimento|croissance|wachstum|рост роста|نمو|rast rasti
boss ceo|ceo|ceo|pdg patron|ceo vorstandschef|гендиректор||direktor direktorica
build construction|construcción construye|construção constrói construções|construction construit|bau gebaut baut|строительство построил построили|بناء إنشاء|gradnja gradbeni gradbeništvo zgradili
business businessman entrepreneur|negocio empresario|negócio empresário|affaires entrepreneur|geschäft|бизнес бизнесмен предприниматель бизнесменом|أعمال|posel podjetnik poslovni
buy purchase acquire acquisition takeover|compra adquiere adquisición|compra adquire aquisição aquisições|achat achète acquisition rachat rachète|kauf kauft übernahme gekauft|покупка купил покупает купили|استحواذ يشتري اشترى|nakup kupil prevzem kupuje
central|central|central centrais|centrale|zentral zentralbank notenbank|центробанк центральный|مركزي|centralna centralni osrednji
cheap|barato|barato||billig günstig|дешевый|رخيص|poceni
chocolate sugar|chocolate azúcar|chocolate açúcar|chocolat sucre|schokolade zucker|шоколад сахар|سكر شوكولاتة|čokolada sladkor
client consumer|cliente consumidor|cliente consumidor|client consommateur|kunde kunden verbraucher|клиент потребитель покупатель|عميل عملاء مستهلك زبائن|potrošnik kupec
coal||carvão|charbon|kohle|уголь угля|فحم|premog
company firm corporation|empresa compañía corporación|empresa companhia|entreprise société|unternehmen firma konzern|компания корпорация фирма предприятие|شركة شركات مؤسسة|podjetje družba
container cargo|contenedor carguero|contêiner cargueiro|conteneur cargo|container frachter|контейнер|شحن حاويات|kontejner tovor
contract|||contrat|vertrag verträge|контракт договор|عقود|pogodba pogodbe
copper|cobre||cuivre|kupfer|медь|نحاس|baker
cost||custo|coût coûte|kosten kostet|стоимость расходы стоимости|تكلفة تكاليف كلفة|strošek stroški
credit loan|crédito préstamo préstamos|crédito empréstimo empréstimos|crédit prêt emprunt crédits|kredit darlehen|кредит займ кредита|قرض قروض|posojilo kredit
currency|divisa moneda|moeda|monnaie devise|währung|валюта валютный||valuta denarna
debt|deuda|dívida|dette|schulden verschuldung|долг задолженность госдолг задолженности|ديون مديونية|dolg dolga dolgovi dolgu dolgi dolge
decline drop decrease plunge slump|caída cae desplome|queda cai despenca|baisse chute recul|rückgang sinkt gesunken|падение упал снижение снизился|انخفاض تراجع هبوط انخفض تراجعت انخفضت|padec upad padel padla upada upadu upadi upade
delivery supply supplier|suministro proveedor|fornecimento fornecedor|livraison fournisseur|lieferung lieferant lieferungen|поставка поставки поставщик|توريد إمدادات|dobava dobavitelj
dividend|dividendo|dividendo|dividende|dividende|дивиденд дивиденды||dividenda
dollar|dólar dólares|dólar|dollar|dollar|доллар|دولار|dolar dolarjev
ecb|bce|bce|bce|ezb|ецб||ecb
economy economic economist|economía económico economista|economia econômico econômica económico economista|économie économique économiste|wirtschaft wirtschaftlich ökonom|экономика экономический экономист|اقتصاد اقتصادي|gospodarstvo gospodarski ekonomija ekonomist
electricity|electricidad eléctrico|eletricidade elétrico|électricité électrique électricitée|strom elektrizität elektrisch|электричество электроэнергия электрический|كهرباء كهربائي|elektrika električni elektrike elektriko
energy|energía energético|energia energético|énergie énergétique|energie|энергия энергетика энергетический|طاقة|energija energetski
estimate|estimación|estimativa|estimation|schätzung|оценка|تقدير تقديرات|ocena
euro eurozone|euro eurozona|euro|euro|euro eurozone|евро еврозона|يورو|evro evrov evra evroobmočje
export|exportación exporta|exportação exporta|exportation|export ausfuhr|экспорт|تصدير صادرات|izvoz izvoza
factory plant manufacturing|fábrica|fábrica|usine|fabrik|завод фабрика завода|مصنع مصانع|tovarna tovarne tovarni
fee|tarifa|tarifa|tarif tarive|gebühr tarif|тариф|رسوم|tarifa pristojbina
finance financial|finanzas financiero|finanças financeiro|finance financier financière|finanzen finanziell|финансы финансовый|مالية مالي تمويل|finance finančni
fuel petrol gasoline diesel|combustible gasolina diésel|combustível gasolina diesel|carburant essence gazole|kraftstoff benzin diesel|топливо бензин|وقود بنزين|gorivo bencin gorivi
fund|fondo fondos|fundo|fonds|fonds|фонд|صندوق|sklad sklada skladi
gas|gas|gás|gazier gazoduc|gas erdgas|газ газа газпром газпрома|غاز|plin plina plinu plini pline
gdp|pib|pib|pib|bip|ввп||bdp
gold golden|oro dorado oros|ouro dourado|or doré|gold golden|золото золотой|ذهب ذهبية|zlato zlata zlati zlate zlatega zlatih zlatnik
grain wheat|trigo cereales|trigo grão|blé céréales|getreide weizen|зерно пшеница|حبوب|žito pšenica
grid|térmica hidroeléctrica|hidrelétrica usina|hydroélectrique|kraftwerk stromnetz|электростанция аэс тэц|محطة|elektrarna elektrarne
hire recruit|contrata contratación|contrata contratação|embauche recrute|eingestellt|нанял|توظيف|zaposlil zaposlovanje
income|ingresos|renda|revenus|einkommen|доход||dohodek dohodki
increase rise surge soar|aumento aumenta sube alza incremento|aumento aumenta|hausse augmente augmentation|anstieg steigt gestiegen erhöhung|повышение увеличение вырос растет повысил|ارتفاع زيادة ارتفع يرتفع ارتفعت|povečanje dvig porast višji dviga dvigu dvigi dvige
industry industrial|industria industrial|indústria industrial industriais|industrie industriel|industrie industriell|промышленность промышленный индустрия промышленности|صناعة صناعي|industrija industrijski
inflation|inflación|inflação inflações|inflation|inflation|инфляция|تضخم|inflacija
insurance insurer|||assurance|versicherung versicherer|страховка страхование страховой|تأمين|zavarovanje zavarovalnica
investment investor invest|inversión inversor inversionista invierte|investimento investidor investe|investissement investisseur investit|investition investor investiert|инвестиция инвестор инвестиции|استثمار مستثمر استثمارات|naložba investicija vlagatelj vlaganje
job jobs employment|empleo empleado|emprego empregado|emploi salarié emplois|arbeitsplatz arbeitsplätze beschäftigte angestellte|сотрудник занятость трудоустройство занятости|وظيفة وظائف موظف موظفين|zaposlen zaposlitev zaposleni zaposlitve
layoff redundancy redundancies layoffs|despido despide|demissões demitidos|licenciement licencie|entlassung entlassen stellenabbau|увольнение уволил сокращение|تسريح إقالة|odpuščanje odpustil odpuščanja
lottery jackpot|lotería|loteria|loterie loto|lotto lotterie|лотерея|يانصيب|loterija loto
manager|gerente|gerente|gérant|manager|менеджер|مدير|menedžer
market|mercado|mercado|marché|markt märkte|рынок рынка рынке|سوق أسواق|trg trga trgu trgi trge trgom trgov trgih
merger merge|fusión|fusão fusões|fusion fusionne|fusion fusioniert|слияние|اندماج دمج|združitev združitve
mine mining miner|mina minería minero|mina mineração mineiro|mine minier mineur|bergbau bergwerk bergleute mine|шахта шахтер рудник|منجم تعدين مناجم|rudnik rudarji rudar
money cash|dinero|dinheiro||geld bargeld|деньги денег|أموال نقود|denar denarja denarjem gotovina
monopoly antitrust|monopolio antimonopolio|monopólio antitruste|monopole antitrust concurrence|monopol kartellamt wettbewerb|монополия антимонопольный|احتكار|monopol konkurenca
oil petroleum crude opec|petróleo crudo opep|petróleo opep|pétrole opep|erdöl öl opec|нефть нефти опек нефтяной|نفط خام أوبك بترول|nafta nafte nafto nafti
order|orden|ordem|ordonne ordre|auftrag befehl|приказ приказал||ukaz ukazal ukaza ukazu ukazi ukaze
pay payment paid|pago paga|pagamento paga|paiement payer paie|zahlung zahlt bezahlt|оплата платеж выплата выплаты|دفع مدفوعات يدفع|plačilo plačal
pension retirement pensioner|pensión jubilación pensionista jubilado|pensão aposentadoria aposentado pensões|retraite retraité|rente rentner pension rentnerin rentnerinnen|пенсия пенсионер|تقاعد معاش معاشات|pokojnina upokojitev upokojenec pokojninski upokojitve
pipeline|gasoducto oleoducto|gasoduto oleoduto|pipeline oléoduc|pipeline|газопровод трубопровод нефтепровод|أنابيب|plinovod naftovod
port harbour||||hafen|порт порта|ميناء موانئ|pristanišče
poverty poor|pobreza pobre|pobreza pobre|pauvreté pauvre|armut arm|бедность бедный нищета|فقر فقراء فقير|revščina reven revni revna revne revno revnih
price|precio|preço|prix|preis preise energiepreise strompreise gaspreise|цена цены цен|أسعار|cena cene cen ceno ceni
privatisation|privatización|privatização|privatisation|privatisierung|приватизация|خصخصة|privatizacija
product production|producto producción produce|produto produção produz produções|produit production|produkt produktion|продукт производство продукция|منتج إنتاج منتجات|izdelek proizvodnja pridelava
profit earnings|beneficio ganancia ganancias|lucro|bénéfice profit profits|gewinn|прибыль прибыли|ربح ربحية|dobiček dobička
property estate|propiedad inmobiliario propiedades|propriedade imobiliário|propriété immobilier|immobilien eigentum|недвижимость собственность имущество недвижимости собственности|عقار عقارات ملكيتها|nepremičnina nepremičnine lastnina
quarter quarterly|trimestre|trimestre|trimestre trimestriel|quartal|квартал кварталы|فصلي|četrtletje
rates|tasa|juros taxa|taux|zinsen zinssatz leitzins|ставка ставку|فائدة|obresti obrestna
recession|recesión|recessão recessões|récession|rezession|рецессия|ركود|recesija
renewable solar|renovable|renovável|renouvelable solaire|solar solarenergie erneuerbare|возобновляемый солнечный|متجددة شمسية شمسي|obnovljivi sončna sončne
rent tenant|alquiler inquilino alquileres|aluguel inquilino|locataire|miete mieter mieterin mieterinnen|аренда арендатор|إيجار مستأجر|najemnina najem najemnik najemu
retail store shop supermarket|tienda supermercado minorista|loja supermercado varejo|magasin supermarché boutique|supermarkt laden einzelhandel|магазин супермаркет|متجر سوبرماركت متاجر محل|trgovina supermarket trgovine
revenue turnover|facturación|receita||umsatz|выручка оборот|إيرادات عائدات|prihodki prihodkov
rice|arroz|arroz|riz||рис|أرز|riž
rouble ruble|rublo|rublo|rouble|rubel|рубль рубля рублей|روبل|rubelj rubljev
salary wage|salario sueldo|salário|salaire|lohn gehalt löhne|зарплата зарплаты оклад|راتب رواتب أجور أجر|plača plače plač plači plačo
sale sell sold|venta vende vendido|venda vende vendido|vend vendu vendus|verkauf verkauft verkaufen|продажа продал продает продали|بيع مبيعات يبيع باع|prodaja prodal prodaje
share shares shareholder|accionista|ações acionista|actionnaire actions|aktie aktien aktionär|акция акции акционер|سهم أسهم مساهمين|delnica delnice delničar
shortage|escasez|escassez|pénurie|mangel knappheit engpass|нехватка|نقص|pomanjkanje
startup|startup emprendedor|startup|startup|startup|стартап|ناشئة|startup
steel|acero||acier aciers|stahl||صلب فولاذ|jeklo jekla jeklarna
stock exchange|bolsa bursátil||bourse boursier|börse|биржа биржи|بورصة|borza borze borzi borzo
strike walkout|huelga|greve paralisação|grève gréviste|streik streikt warnstreik|забастовка бастуют|إضراب|stavka stavke stavko stavkajo
subsidy|subsidio subvención|subsídio|subvention|subvention|субсидия|إعانة|subvencija
tariff|arancel aranceles aduana|alfândega|douane douanier|zoll zölle strafzölle|пошлина пошлины таможня|جمارك جمركية|carine carina carinski
tax taxes|impuesto impuestos|imposto impostos|impôt fiscale|steuer steuern|налог налоги налоговый|ضريبة ضرائب|davek davki davka davčni
tourism tourist|turismo turista|turismo turista|tourisme touriste|tourismus tourist urlauber urlauberin urlauberinnen|туризм турист|سياحة سائح سياح|turizem turist turisti turistični turizma
trade commerce trader|comercio comercial|comércio comercial comerciais|commerce commercial|handel händler händlerin händlerinnen|торговля торговый|تجارة تجاري|trgovinski trgovinska
unemployment unemployed jobless|desempleo desempleado|desemprego desempregado|chômage chômeur|arbeitslosigkeit arbeitslos|безработица безработный|بطالة|brezposelnost brezposeln
unionist|sindicato sindical|sindicato sindical sindicais|syndicat syndical|gewerkschaft|профсоюз|نقابة نقابات|sindikat sindikata sindikati
vat|iva||tva|mwst|ндс||ddv
worker labour labor|trabajador obrero laboral|trabalhador operário trabalhista|travailleur ouvrier|arbeiter arbeitnehmer arbeiterin arbeiterinnen|рабочий рабочие работник работа|عامل|delavec delavci delavcev delavka
wto|omc|omc|omc|wto|вто||
yen|yen|iene|yen|yen|иена иеном|ين|jen
yuan renminbi|yuan|yuan|yuan|yuan|юань юаней|يوان|juan
`;
