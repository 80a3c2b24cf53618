/** Words of film, music, books, media and royal families. */
export const CULTURE = `
actor actress|actor actriz|ator atriz|acteur actrice comédien|schauspieler schauspielerin|актер актриса|ممثل ممثلة|igralec igralka
album|álbum disco|álbum|album|album|альбом альбома|ألبوم|album
anthem hymn|himno|hino|hymne|hymne|гимн|نشيد|himna himne himni himno
architect architecture|arquitecto arquitectura|arquiteto arquitetura|architecte architecture|architekt architektur|архитектор архитектура|معماري|arhitekt arhitektura
archive library|biblioteca archivo|biblioteca|bibliothèque|bibliothek archiv|библиотека архив архива|مكتبة أرشيف|knjižnica arhiv
art artist painter painting|arte artista pintor pintura|arte artista pintor pintura artes|artiste peintre peinture|kunst künstler gemälde maler künstlerin künstlerinnen|художник искусство картина|فنان فن لوحة|umetnik umetnost slikar slika slike sliki sliko
audience|audiencia|audiência|audience|publikum|зрители||občinstvo gledanost
award prize nobel|premio galardón nobel|nobel prêmio prémio|nobel|auszeichnung nobelpreis preisträger preisträgerin preisträgerinnen|премия нобелевский награда|جائزة نوبل جوائز|nagrada nagrado nobelova
ballet|ballet|balé|ballet|ballett|балет|باليه|balet
book|||livre|buch bücher|книга книги|كتاب|knjiga knjige knjigo
broadcast broadcaster|emisora|emissora|diffusion|rundfunk übertragung|трансляция|بث|prenos
cannes|cannes|cannes|cannes|cannes|канны каннский||cannes
cartoon caricature|caricatura|caricatura|caricature|karikatur|карикатура|كاريكاتير|karikatura
cinema|cine|cinema|cinéma|kino|кино кинотеатр|سينما|kino
comedy comedian|comedia comediante cómico|comédia comediante humorista|comédie humoriste|komödie komiker komikerin komikerinnen|комедия комик|كوميدي|komedija komik
concert tour|concierto gira|turnê show|concert tournée|konzert tournee|концерт гастроли|حفل حفلة|koncert turneja
coronation throne crown|coronación trono corona|coroação trono coroa coroações|couronnement trône couronne|krönung thron krone|коронация престол трон|تتويج عرش تاج|kronanje prestol krona krone kroni krono
culture cultural|cultura cultural|cultura cultural|culture culturel|kultur kulturell|культура культурный|ثقافة ثقافي|kultura kulturni
director filmmaker|cineasta|cineasta diretor|réalisateur cinéaste|regisseur regisseurin|режиссер|مخرج|režiser režiserka
documentary|documental|documentário|documentaire|dokumentarfilm dokumentation|документальный||dokumentarni dokumentarec
drama theatre theater|teatro|teatro|théâtre|theater|театр спектакль|مسرح مسرحية|gledališče gledališki
emperor empire imperial|emperador imperio imperial|imperador império imperial|empereur impérial|kaiser kaiserlich|император империя|إمبراطور|cesar cesarski
eurovision|eurovisión|eurovisão eurovisões|eurovision|esc eurovision|евровидение|يوروفيجن|evrovizija
exhibition|exposición|exposição exposições|exposition|ausstellung|выставка|معرض|razstava razstave
fashion|diseñador|estilista|couturier styliste|modeschöpfer|мода модельер|أزياء|moda oblikovalec mode modi modo
film movie|película|filme|film|film spielfilm|фильм фильма|فيلم أفلام|film filma filmu filmi filme
flag|bandera abanderado|bandeira|drapeau|flagge fahne flaggenträger fahnenträger|флаг знаменосец||zastava zastave zastavonoša
flame torch|antorcha|tocha|flamme torche|flamme fackel|огонь факел|شعلة|bakla bakle bakli baklo
guitar guitarist|guitarra guitarrista|guitarra guitarrista|guitare guitariste|gitarre gitarrist|гитара гитарист|غيتار|kitara kitarist
heritage unesco|patrimonio unesco|patrimônio unesco|patrimoine unesco|weltkulturerbe unesco|наследие юнеско|تراث يونسكو|dediščina unesco
hollywood|hollywood|hollywood|hollywood|hollywood|голливуд|هوليوود|hollywood
interview|entrevista|entrevista|interview entretien|interview|интервью||intervju
jazz|jazz|jazz|jazz|jazz|джаз|جاز|jazz
journalist newspaper|periodista reportero periódico|jornalista repórter jornal jornais|journaliste journal|journalist reporter journalisten zeitung|журналист корреспондент газета|صحفي صحافي صحف صحيفة صحافة|novinar novinarka novinarji časnik časopis
king royal kingdom|rey monarca|rei reino monarca|roi royal royaume monarque rois|könig königlich königshaus|король королевский монарх|ملك ملكي مملكة|kralj kraljevi kraljeva
magazine|revista|revista|magazine|magazin|журнал журналы||revija
media press|prensa mediático|mídia imprensa|médias presse|medien presse|сми|إعلام|mediji medijski
model||modelo|mannequin|model|модель|عارضة|manekenka
music musician musical|música músico musical|música músico musical|musique musicien|musik musiker musikerin musikerinnen|музыка музыкант|موسيقى موسيقي|glasba glasbeni glasbenik
netflix|netflix|netflix|netflix|netflix|нетфликс|نتفليكس|netflix
newscast|noticias|notícia notícias|actualité actualitée|nachrichten|новости|أنباء أخبار|novice
novel|novela|romance|roman|roman|роман романом|رواية|roman
opera||||oper|опера|أوبرا|opera opere operi opero
orchestra conductor|orquesta|orquestra maestro|orchestre|orchester dirigent|оркестр дирижер|أوركسترا|orkester dirigent
oscar oscars|óscar óscares|oscar|oscar oscars|oscar oscars|оскар|أوسكار|oskar oskarji
photo photograph photographer|foto fotografía fotógrafo|foto fotografia fotógrafo|photo photographe photos|foto fotograf|фото фотограф снимок|مصور|fotografija fotograf
poet poetry|poeta poesía|poeta poesia|poète poésie|dichter lyrik dichterin dichterinnen|поэзия|شاعر شعر|pesnik pesniški
prince|||prince|prinz|принц|أمير|princ princa
princess|princesa|princesa|princesse|prinzessin|принцесса||princesa
producer|productor|produtor|producteur|produzent|продюсер||producent
publish publisher|editorial|editora|éditeur publié publie|verlag veröffentlicht|опубликовал издательство|نشر ينشر|založba
queen|reina|rainha|reine|königin|королева||kraljica kraljice
radio|radio|rádio|radio|radio|радио|إذاعة|radio radijski
rapper rap|rapero|rapper|rappeur rap|rapper rap|рэпер||raper
sculpture monument|escultura estatua monumento|escultura estátua monumento|sculpture statue monument|skulptur statue|скульптура статуя|تمثال|kip kipa kipar kipu kipi kipe kipom kipov kipih
series episode|serie episodio|série episódio|épisode|serie|сериал сериалы|مسلسل|serija nadaljevanka
singer sing|cantante canta|cantor cantora canta|chanteur chanteuse chante|sänger sängerin singt|певец певица певца|مغني مغنية مطرب|pevec pevka poje pevke pevki pevko
song|canción|canção canções|chanson|lied song|песня|أغنية|pesem pesmi
stream|streaming|streaming|streaming|livestream|стрим|مباشر|živo
television tv|televisión televisivo tv tele|televisão tv televisões|télévision tv|fernsehen tv|телевидение телеканал тв телеканалы|تلفزيون|televizija tv televizijski
tradition traditional|tradición tradicional|tradição tradicional tradições tradicionais|tradition traditionnel|tradition traditionell|традиция традиционный|تقليدي|tradicija tradicionalni
trailer|estreno tráiler tráileres|trailer||filmpremiere|трейлер||
translation language|idioma traducción|idioma tradução traduções|traduction|übersetzung sprache|перевод язык|ترجمة لغة|prevod jezik
venue hall|auditorio|auditório|auditorium|saal halle|зал|قاعة|dvorana
writer novelist|escritor|escritor|auteur écrivain romancier|autor schriftsteller schriftstellerin schriftstellerinnen|автор писатель|كاتب مؤلف|avtor pisatelj pisateljica
`;
