/** Words of number words, ordinals, months and weekdays. */
export const NUMBERS = `
april|abril|abril|avril|april|апрель апреля апреле|أبريل نيسان|april aprila aprilu
august|agosto|agosto|août|august|август августа|أغسطس آب|avgust avgusta avgustu
autumn|otoño|outono|automne|herbst|осень осенью|خريف|jesen jeseni
billion|||milliard milliards|milliarde milliarden|миллиард миллиарда млрд|مليار مليارات|milijarda milijarde milijard
century|siglo|século|siècle|jahrhundert|век века столетие||stoletje stoletja
day daily|día diario días|dia diário dias|jour quotidien|tag tage täglich|день дня дней|يوم أيام يومي|dan dneva dni dnevi
decade||década|décennie|jahrzehnt|десятилетие||desetletje desetletja
december|diciembre|dezembro|décembre|dezember|декабрь декабря декабре|ديسمبر|december decembra decembru
double twice|doble duplica|dobro duplica|double doublé|doppelt verdoppelt|вдвое удвоил двойной|ضعف|dvojni podvojil
dozen dozens|docena decenas|dezenas|dizaine douzaine|dutzend|десятки десятков||ducat desetine
eight|ocho|oito|huit|acht|восемь восьми|ثمانية ثماني|osem osmih
eleven|once|onze|onze|elf|одиннадцать||enajst
february|febrero|fevereiro|février|februar|февраль февраля феврале феврали|فبراير شباط|februar februarja februarju
fifteen|quince|quinze||fünfzehn|пятнадцать||petnajst
fifth|quinto||cinquième|fünfte||خامس|peti
fifty|cincuenta|cinquenta|cinquante|fünfzig|пятьдесят||petdeset
first|primer primero primera|primeiro primeira|premier première|erste erster erstmals|первый первая впервые|أول أولى|prvi prva prvo prvič
five|cinco|cinco|cinq|fünf|пять пяти|خمسة خمس|petih
forty|cuarenta|quarenta|quarante|vierzig|сорок||štirideset
four|cuatro|quatro|quatre|vier|четыре четырех||štiri štirje štirih
fourth|cuarto||quatrième|vierte|четвертый|رابع|četrti četrta
friday|viernes|sexta|vendredi|freitag|пятница пятницу|جمعة|petek petka
half|mitad mitades|metade|moitié|hälfte halb|половина половину|نصف|polovica polovico
hour|hora|hora|heure|stunde stunden|час часа часов|ساعة ساعات|ura ure uri uro
hundred hundreds|cien ciento centenar cientos centenares|cem cento centenas|cent centaine|hundert hunderte|сотни сотня сотен|مئة مائة مئات|sto stotine
january|enero|janeiro|janvier|januar|январь января январе|يناير|januar januarja januarju
july|julio|julho|juillet|juli|июль июля июле|يوليو تموز|julij julija juliju
june|junio|junho|juin|juni|июнь июня июне|يونيو حزيران|junij junija juniju
midnight|medianoche||minuit|mitternacht|полночь|منتصف|polnoč
million|millón millones|milhão milhões|million|million millionen|миллион миллиона млн|مليون ملايين|milijon milijona milijonov
minute|minuto|minuto|minute|minute|минута минут минуты|دقيقة دقائق|minuta minute minut
monday|lunes||lundi|montag|понедельник|اثنين|ponedeljek ponedeljka
month monthly|mes mensual|mensal mensais|mois mensuel|monat monatlich|месяц месяца|شهر أشهر شهور|mesec meseca mesecev
morning|madrugada|manhã madrugada|matin matinée|vormittag|утро утром|صباح|jutro zjutraj
night|noche|noite|nuit|nacht|ночь ночью ночи|ليلة ليل|noč ponoči noči
nine|||neuf|neun|девять девяти|تسعة تسع|devet devetih
november|noviembre|novembro|novembre|november|ноябрь ноября ноябре|نوفمبر|november novembra novembru
october|octubre|outubro|octobre|oktober|октябрь октября октябре|أكتوبر|oktober oktobra oktobru
percent percentage|porcentaje|porcentagem|pourcentage|prozent|процент процента|مئوية|odstotek odstotka odstotkov
saturday|sábado|sábado|samedi|samstag sonnabend|суббота субботу|سبت|sobota soboto sobote
second|segundo|segundo|deuxième|zweite zweiter|второй вторая|ثان ثاني ثانية|drugi druga drugo
september|septiembre|setembro|septembre|september|сентябрь сентября сентябре|سبتمبر أيلول|september septembra septembru
seven|siete|sete|sept|sieben||سبع|sedem sedmih
six|seis|seis|six|sechs|шесть шести|ستة|šest šestih
sixty|sesenta|sessenta|soixante|sechzig|шестьдесят|ستون ستين|šestdeset
spring|primavera|primavera|printemps|frühling frühjahr|весна весной|ربيع|pomlad spomladi
summer|verano veraniego|verão|estival|sommer|летний|صيف صيفي|poletje poletni
sunday|domingo|domingo|dimanche|sonntag|воскресенье||nedelja nedeljo nedelje
ten|diez|dez|dix|zehn|десять десяти||deset desetih
third|tercero tercera tercer|terceiro terceira|troisième|dritte dritter drittel|третий третья третье|ثالث|tretji tretja
thirteen|trece|treze|treize|dreizehn|тринадцать||trinajst
thirty|treinta|trinta|trente|dreißig|тридцать||trideset
thousand thousands|mil miles|mil milhares|mille milliers|tausend tausende|тысяча тысячи тысяч тыс|ألف آلاف|tisoč tisoče
three|tres|três|trois|drei|три трое трех|ثلاثة ثلاث|trije trem treh
thursday|jueves|quinta|jeudi|donnerstag|четверг|خميس|četrtek četrtka
today|hoy|hoje|aujourd|heute|сегодня||danes
tomorrow|mañana|amanhã|demain|morgen|завтра|غدا|jutri
trillion|billón billones|trilhão trilhões|billions|billion billionen|триллион триллиона|تريليون|bilijon bilijona
tuesday|martes|terça|mardi|dienstag|вторник|ثلاثاء|torek torka
twelve|doce|doze|douze|zwölf|двенадцать||dvanajst
twenty|veinte|vinte|vingt|zwanzig|двадцать||dvajset
two|dos|dois duas|deux|zwei|два две двое двух||dva dve dveh
wednesday|miércoles|quarta|mercredi|mittwoch||أربعاء|sreda sredo sredi
week weekly|semana semanal|semana semanal|semaine hebdomadaire|woche wöchentlich|неделя неделю недели|أسبوع أسابيع|teden tedna tednov
weekend|finde||weekend|wochenende|выходные уикенд|عطلة|vikend vikenda
winter|invierno inviernos|inverno|hiver hivers|winter|зима зимой зимний|شتاء شتوي|zima zimski pozimi zime zimi zimo
year annual|año años anual|ano anual anos anuais|an année ans annuel|jahr jährlich|год года году ежегодный|سنة سنوات عام سنوي|leto leta letni let letna letne letno letnih
yesterday|ayer|ontem|hier|gestern|вчера|أمس|včeraj
`;
