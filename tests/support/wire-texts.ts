/** One invented story: a wire report and what other outlets made of it. In lists with a headline, that comes first. */
export interface WireStory {
  readonly outlets: readonly string[];
  readonly title: string;
  readonly wire: readonly string[];
  readonly copied?: boolean;
  /** A headline, then the sentences added to the wire's. */
  readonly extended?: readonly string[];
  /** Paragraphs of the wire that a brief keeps. */
  readonly cut?: number;
  /** A headline, then the same story in other words. */
  readonly retold?: readonly string[];
}

/** Fourteen invented stories. `earnings` and `storm` come in twos that are alike and not the same. */
export const WIRE_TEXTS: Readonly<Record<string, WireStory>> = {
  reservoir: {
    outlets: ['Upland Wire', 'Corrin Echo', 'Valley Record', 'Noon Digest', 'Corrin Voice'],
    title: 'Leak at Corrin reservoir empties three villages',
    wire: [
      'CORRIN (Upland Wire) - Three villages below the Corrin reservoir were emptied on Monday after a seepage of 90 litres a second was found at the foot of the earth dam.',
      'Regional governor Paulo Estrand ordered 2,150 people to leave Lower Corrin, Hask and Mirefield by noon while engineers lowered the water by 4 metres.',
      'The dam was raised in 1961 and has supplied the city of Brandmoor ever since; its last survey, in October, recorded no defect.',
      'Pumps lent by the Dutch firm Waterhuis are to arrive overnight, and Estrand said nobody would sleep at home before Thursday.',
    ],
    copied: true,
    extended: [
      'Villagers sleep in sports hall as Corrin dam leaks',
      'In the sports hall of Brandmoor volunteers had put up 600 camp beds by the evening.',
      '"We took the dog and the photographs, nothing else," said retired teacher Agnes Molloy of Hask.',
    ],
    cut: 2,
    retold: [
      'Corrin dam seepage forces 2,150 from their homes',
      'Engineers were racing to draw down Corrin reservoir on Monday after seepage appeared at the base of its earth dam, and governor Paulo Estrand told the people of Lower Corrin, Hask and Mirefield to go.',
      'Some 2,150 residents had to be out by noon; the level is to fall 4 metres, with extra pumps from Waterhuis on the road.',
      'Estrand expects the evacuation of the three villages to last until Thursday at least.',
    ],
  },
  verdict: {
    outlets: ['Court Service', 'The Ledbury Sun', 'Evening Pilot', 'Ledbury Today'],
    title: 'Former mayor of Ledbury jailed for harbour bribes',
    wire: [
      'Katrin Voss, mayor of Ledbury for eleven years, was sentenced to six years in prison on Monday for taking bribes over the sale of harbour land.',
      'Judge Henrik Sool found that Voss had received 840,000 crowns from the developer Marisco between 2017 and 2020 through a consultancy run by her brother.',
      'The defence said it would appeal. Two former aides were given suspended terms.',
      'Voss, 58, showed no emotion as the judgment was read to a full courtroom for two hours.',
    ],
    copied: true,
    cut: 2,
    extended: [
      'Ledbury ex-mayor Voss gets six years over Marisco bribes',
      'The harbour site, once meant for a public park, is today a fenced car park.',
      'Opposition councillor Nils Abery called for all land sales of those years to be examined again.',
    ],
  },
  ferry: {
    outlets: ['Strait News', 'Island Courier', 'Port Gazette'],
    title: 'Ferry Aurelia runs aground off Tinos Head',
    wire: [
      'The car ferry Aurelia ran aground in fog off Tinos Head early on Monday with 312 passengers on board, the coastguard said.',
      'All of them were taken off by lifeboats within three hours; seven were treated for bruises and cold.',
      'Captain Rosa Dellamare told investigators that the radar had failed shortly before the ship touched the reef.',
      'No oil was seen in the water, and tugs will try to free the vessel at high tide on Tuesday.',
    ],
    copied: true,
    retold: [
      '312 rescued as ferry hits reef in fog near Tinos Head',
      'Lifeboat crews brought 312 passengers to safety on Monday after the ferry Aurelia struck a reef off Tinos Head in thick fog.',
      'The coastguard said seven people had bruises or were cold; everybody was off the ship within three hours.',
      'Captain Rosa Dellamare reported that the radar of the Aurelia broke down minutes before, and tugs wait for the high tide on Tuesday.',
    ],
  },
  vaccine: {
    outlets: ['Health Desk', 'Medical Post', 'The Observer of Lund', 'Science Weekly'],
    title: 'Single-dose malaria vaccine protects four in five children in trial',
    wire: [
      'A single dose of an experimental malaria vaccine protected 81 percent of children for a season, researchers reported on Monday.',
      'The trial of the vaccine, called MV-9, followed 5,400 children aged under five in Benin and Togo, said study leader Amadou Kessou of the Cotonou institute.',
      'Fever was the most common side effect and passed within two days.',
      'A larger trial with 22,000 children in six countries is to start in January.',
    ],
    copied: true,
    cut: 3,
    extended: [
      'MV-9 malaria shot shields 81 percent of children',
      'Existing vaccines need four doses, which many families in remote districts do not complete.',
      'The maker, Solvax, said it could produce 60 million doses a year.',
    ],
  },
  cyclist: {
    outlets: ['Sports Telegraph', 'Ride Daily', 'Metro Sport'],
    title: 'Okafor wins mountain stage to take lead in Tour of the Passes',
    wire: [
      'Chidi Okafor won the fourth stage of the Tour of the Passes on Monday, riding away from the favourites on the climb to Col de Varn and taking the overall lead.',
      'The 24-year-old covered the 167 kilometres from Belmonte in 4 hours 31 minutes, 48 seconds ahead of the Dane Lasse Thorup.',
      'Last year’s winner Matteo Girardi lost more than six minutes after a puncture and said his race was over.',
    ],
    copied: true,
    extended: [
      'Okafor rides into lead on Col de Varn',
      'Okafor learned to ride on a delivery bicycle in Enugu and turned professional only two years ago.',
      'Tuesday’s stage is flat and should suit the sprinters.',
    ],
  },
  museum: {
    outlets: ['Culture Agency', 'Arts Morning', 'The Halden Paper'],
    title: 'Stolen Brekke painting found in Halden garage after 31 years',
    wire: [
      'A painting by Solveig Brekke that was stolen from the Halden museum in 1995 has been found in a garage in the same town, police said on Monday.',
      '"Girl with Oars", valued at 12 million kroner, was wrapped in a carpet and is hardly damaged, inspector Jan Riise said.',
      'A man clearing the house of a late uncle recognised the picture from a school book.',
    ],
    cut: 2,
    retold: [
      'Missing since 1995: Brekke’s "Girl with Oars" turns up in a garage',
      'Police in Halden have recovered "Girl with Oars", the Solveig Brekke painting taken from the town’s museum in 1995.',
      'Inspector Jan Riise said on Monday that it lay rolled in a carpet in a garage in Halden; a man clearing his late uncle’s house knew the picture from school.',
      'Worth 12 million kroner, the stolen painting has suffered hardly any damage.',
    ],
  },
  locusts: {
    outlets: ['Farm Wire', 'Plains Herald'],
    title: 'Locust swarm crosses into Zarkand, wheat at risk',
    wire: [
      'A locust swarm 40 kilometres long crossed the river Anj into the southern plains of Zarkand on Monday, the agriculture ministry said.',
      'Nine aircraft began spraying at dawn; minister Ilyas Torebay said half of the winter wheat in Suldar province could be lost within a week.',
      'Farmers beat drums and burned tyres to keep the insects in the air.',
    ],
    copied: true,
  },
  satellite: {
    outlets: ['Orbit Service', 'Tech Evening'],
    title: 'Weather satellite Helios-4 silent after launch from Kourou',
    wire: [
      'Controllers have lost contact with the weather satellite Helios-4, nineteen minutes after its launch from Kourou on Monday.',
      'The 2.3-tonne satellite separated from the rocket as planned but did not unfold its solar panels, project manager Ingrid Falk said.',
      'Its batteries last about ten hours. Stations in Kiruna and Perth are calling it every ninety seconds.',
    ],
    extended: [
      'Race to wake Helios-4 before its batteries die',
      'The mission cost 410 million euros and was to replace a satellite that has been failing since the spring.',
    ],
  },
  earningsBalto: {
    outlets: ['Market Wire', 'Finance Today'],
    title: 'Balto Foods first-quarter profit rises 14 percent on snack sales',
    wire: [
      'Balto Foods reported a net profit of 212 million dollars for the first quarter on Monday, up 14 percent from a year earlier.',
      'Revenue rose to 3.4 billion dollars, helped by snack sales in Brazil and Mexico, chief executive Carla Menezes said.',
      'The maker of Krunchy crisps kept its forecast for the year and will pay a dividend of 45 cents a share. Shares rose 3.1 percent in Sao Paulo.',
    ],
    copied: true,
  },
  earningsNorda: {
    outlets: ['Market Wire', 'Fjord Business'],
    title: 'Norda Shipping to lay up eleven vessels as freight rates sink',
    wire: [
      'Too many new vessels chase too little cargo between Rotterdam and Busan, Norda Shipping said on Monday as its quarterly profit fell to 67 million kroner.',
      'Chief executive Johan Wik told analysts in Bergen that eleven of 82 container ships would spend the summer at anchor in the Hardanger fjord.',
      'An order of four gas-powered freighters at a yard in Ulsan has been put off, and shareholders get no dividend.',
    ],
    copied: true,
  },
  stormArden: {
    outlets: ['Met Notices', 'Arden Radio'],
    title: 'Orange wind warning for Arden coast until Tuesday noon',
    wire: [
      'The weather office has issued an orange wind warning for the Arden coast from Monday 18:00 until Tuesday noon.',
      'Gusts of 110 kilometres an hour are expected between Cape Lorne and Port Sibley, with waves of 7 metres.',
      'Residents of Sibley should secure loose objects and avoid the Lorne causeway.',
    ],
    copied: true,
  },
  stormKelm: {
    outlets: ['Met Notices', 'Kelm Radio'],
    title: 'Kelm highlands to see 25 centimetres of snow',
    wire: [
      'Drivers over the Ostra pass should carry chains and blankets: a yellow snow warning is in force for the Kelm highlands from 03:00.',
      'Forecasters expect 25 centimetres above 900 metres around Mount Ostra and Dellin, and drifts on open roads.',
    ],
    copied: true,
  },
  teachers: {
    outlets: ['Union Desk', 'School Times', 'Capital Post'],
    title: 'Teachers in Vallenia end five-week strike after pay deal',
    wire: [
      'Teachers in Vallenia will return to classrooms on Wednesday after their union accepted a pay rise of 9 percent over two years, ending a strike of five weeks.',
      'Union president Dorota Hlavac said 71 percent of 48,000 members had voted for the agreement reached at the weekend.',
      'Education minister Bram Oosterling said lost lessons would be made up on Saturdays until July.',
    ],
    copied: true,
    retold: [
      'Vallenian schools reopen Wednesday as teachers’ union takes 9 percent offer',
      'Five weeks of strikes at schools in Vallenia are over: 71 percent of the 48,000 teachers in the union voted for a rise of 9 percent over two years.',
      'Lessons resume on Wednesday, and minister Bram Oosterling wants Saturdays used until July to catch up.',
      'The deal was struck at the weekend, union president Dorota Hlavac said.',
    ],
  },
  otter: {
    outlets: ['Nature Desk'],
    title: 'Otters breed in river Lenne for first time in ninety years',
    wire: [
      'A camera trap on the river Lenne has filmed an otter with three cubs, the first litter known there since the 1930s, the wildlife trust said on Monday.',
      'Biologist Femke Aalders said cleaner water and the return of bullheads had drawn the animals upstream from Ruhrort.',
    ],
  },
};
