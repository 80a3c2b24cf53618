/** A short report, as many feeds carry: outlet, time, headline, text. */
export type Report = readonly [source: string, time: string, title: string, text: string];
/** Two reports of different events in the same trade: accidents, storms, courts, results, columns, obituaries, matches. */
export const DIFFERENT: readonly (readonly [string, Report, Report])[] = [
  [
    'two accidents at sea',
    [
      'Pacific News',
      '2026-03-10T09:00:00Z',
      'Ferry sinks off Tarawa, 12 dead',
      'At least 12 people died and 30 are missing after a ferry sank off the island of Tarawa on Monday night, the coast guard said. The Betio Star had 80 people on board when it capsized in heavy seas, police chief Ioane Tebano told reporters.',
    ],
    [
      'Baltic Post',
      '2026-03-10T11:00:00Z',
      'Three rescued as trawler sinks off Gotland',
      'Three fishermen were rescued on Monday night after their trawler sank in heavy seas off the island of Gotland, the coast guard said. The men had been in a life raft for two hours.',
    ],
  ],
  [
    'two road accidents',
    [
      'Tarn Herald',
      '2026-05-04T08:00:00Z',
      'Six killed in bus crash near Tarnfell',
      'Six people were killed and 14 injured when a coach left the road and overturned near Tarnfell early on Monday, police said. The driver, who survived, is being questioned. Rescuers worked for three hours to free passengers from the wreck.',
    ],
    [
      'Ostland Tidende',
      '2026-05-04T12:00:00Z',
      'Two dead as lorry and car collide outside Brevik',
      'Two people died and one was seriously injured when a lorry and a car collided outside Brevik on Monday morning, police said. The road was closed for five hours. The driver of the lorry is being questioned.',
    ],
  ],
  [
    'two storms',
    [
      'Gulf Observer',
      '2026-08-17T06:00:00Z',
      'Storm Odile leaves 40,000 without power in Veracampo',
      'More than 40,000 households were without electricity on Monday after Storm Odile brought down power lines in the province of Veracampo. Schools stayed closed and officials urged people to stay indoors as winds reached 120 kilometres an hour.',
    ],
    [
      'Northern Wire',
      '2026-08-17T15:00:00Z',
      'Trees fall and trains stop as storm Birger crosses Skagen',
      'Storm Birger brought down trees and power lines in northern Jutland on Monday, leaving 9,000 households without electricity. Trains to Skagen were cancelled and officials urged people to stay indoors. Winds reached 100 kilometres an hour.',
    ],
  ],
  [
    'two floods, four days apart',
    [
      'Delta Times',
      '2026-07-06T07:00:00Z',
      'Floods kill nine in Marekh valley',
      'Nine people were killed and hundreds of homes destroyed after heavy rain caused flooding in the Marekh valley, the disaster agency said. The army sent helicopters to evacuate villagers from rooftops. More rain is expected.',
    ],
    [
      'Andes Report',
      '2026-07-10T07:00:00Z',
      'Flooding destroys homes in Quillacoto',
      'Heavy rain caused flooding that destroyed some 200 homes in Quillacoto, authorities said. Four people are missing. The army was sent to evacuate families and more rain is forecast for the weekend.',
    ],
  ],
  [
    'two fires',
    [
      'City Desk',
      '2026-02-02T07:00:00Z',
      'Family of four dies in Ellsmere house fire',
      'A couple and their two children died in a fire at their house in Ellsmere in the early hours of Monday, the fire service said. Neighbours raised the alarm shortly after 3 a.m. The cause of the blaze is being investigated.',
    ],
    [
      'Port Telegraph',
      '2026-02-02T10:00:00Z',
      'Warehouse blaze in Kirkhaven takes firefighters nine hours',
      'Sixty firefighters fought a blaze at a paint warehouse in Kirkhaven for nine hours overnight, the fire service said. Nobody was hurt. Neighbours were told to keep windows shut. The cause of the fire is being investigated.',
    ],
  ],
  [
    'two earthquakes',
    [
      'Seismic Desk',
      '2026-06-01T05:00:00Z',
      'Magnitude 5.9 quake shakes Solmira',
      'An earthquake of magnitude 5.9 struck the Solmira region of the country early on Monday, the geological survey said. The quake was felt in the capital, and people ran into the streets. There were no immediate reports of casualties or damage.',
    ],
    [
      'Pacific News',
      '2026-06-01T20:00:00Z',
      'Strong earthquake hits off coast of Tanavu',
      'A strong earthquake of magnitude 6.4 struck off the coast of Tanavu on Monday, the geological survey said. No tsunami warning was issued. There were no immediate reports of damage or casualties.',
    ],
  ],
  [
    'two murder trials',
    [
      'Court Service',
      '2026-01-12T14:00:00Z',
      'Gardener found guilty of murdering widow in Pellbridge',
      'A gardener was found guilty on Monday of murdering an elderly widow at her home in Pellbridge. The jury took six hours to convict Colin Marsh, 44, who had denied the charge. Judge Ruth Amery will pass sentence next week.',
    ],
    [
      'Evening Pilot',
      '2026-01-12T17:00:00Z',
      'Life sentence for man who killed wife in Hollin',
      'A man who killed his wife and hid her body in a well was sentenced to life in prison on Monday. Daniel Ferro, 51, had denied murder. The judge, Simon Oake, told him he would serve at least 22 years. The jury had found him guilty after five hours.',
    ],
  ],
  [
    'two corruption cases',
    [
      'Capital Letter',
      '2026-04-08T10:00:00Z',
      'Former minister charged with taking bribes over port contract',
      'Prosecutors charged former transport minister Ilja Boran on Wednesday with taking bribes of 2 million euros in return for a contract to dredge the port of Salvena. Boran denies any wrongdoing. His lawyer said the case was political.',
    ],
    [
      'Highland Mail',
      '2026-04-08T16:00:00Z',
      'Mayor of Castelmor arrested in bribery case',
      'Police arrested the mayor of Castelmor, Anita Reyles, on Wednesday on suspicion of taking bribes from a waste company. Prosecutors searched the town hall and her home. Her lawyer said she denies any wrongdoing.',
    ],
  ],
  [
    'results of two companies',
    [
      'Market Line',
      '2026-04-20T06:00:00Z',
      'Lindqvist Marine profit rises on ferry orders',
      'Lindqvist Marine said on Monday its first-quarter net profit rose 12 percent to 41 million euros, beating analysts’ expectations, on strong orders for ferries. Revenue was 310 million euros. The company kept its forecast for the year. Its shares rose 2.1 percent.',
    ],
    [
      'Bourse Today',
      '2026-04-20T07:30:00Z',
      'Osterberg Foods misses expectations as costs rise',
      'Osterberg Foods reported first-quarter net profit of 18 million euros on Monday, missing analysts’ expectations, as costs of grain rose. Revenue was 275 million euros. Shares fell 4 percent. The company kept its forecast for the year.',
    ],
  ],
  [
    'results of two quarters',
    [
      'Market Line',
      '2026-04-20T06:00:00Z',
      'Lindqvist Marine reports first-quarter profit of 41 million euros',
      'Lindqvist Marine said on Monday its first-quarter net profit rose 12 percent to 41 million euros on revenue of 310 million euros. The company kept its forecast for the year. Its shares rose 2.1 percent in early trade.',
    ],
    [
      'Market Line',
      '2026-07-20T06:00:00Z',
      'Lindqvist Marine reports second-quarter profit of 47 million euros',
      'Lindqvist Marine said on Monday its second-quarter net profit rose 9 percent to 47 million euros on revenue of 325 million euros. The company kept its forecast for the year. Its shares rose 1.3 percent in early trade.',
    ],
  ],
  [
    'the same column in two weeks',
    [
      'Valley Record',
      '2026-03-06T08:00:00Z',
      'The gardener’s Friday: what to do this week',
      'Every Friday our gardener Hetty Brand answers readers’ questions. This week she explains how to prune roses after frost, when to sow broad beans and why moss grows on a north-facing lawn. Send your questions to the garden desk.',
    ],
    [
      'Valley Record',
      '2026-03-13T08:00:00Z',
      'The gardener’s Friday: what to do this week',
      'Every Friday our gardener Hetty Brand answers readers’ questions. This week she explains how to divide snowdrops, when to feed apple trees and what keeps slugs away from young lettuce. Send your questions to the garden desk.',
    ],
  ],
  [
    'two weeks of weekend tips',
    [
      'Noon Digest',
      '2026-05-15T07:00:00Z',
      'Five things to do in Brandmoor this weekend',
      'From an open-air concert in Castle Park to the opening of the new tram museum: our tips for Saturday and Sunday. Families may like the kite festival on the common, which begins at eleven. Admission is free.',
    ],
    [
      'Noon Digest',
      '2026-05-22T07:00:00Z',
      'Five things to do in Brandmoor this weekend',
      'From the spring fair on Market Square to a night of silent films at the Apollo: our tips for Saturday and Sunday. Families may like the boat race on the canal, which begins at ten. Admission is free.',
    ],
  ],
  [
    'two obituaries of one day',
    [
      'The Ledbury Sun',
      '2026-02-18T09:00:00Z',
      'Composer Aldo Fenn dies at 84',
      'Aldo Fenn, the composer of three operas and the music for more than forty films, has died at the age of 84, his family said on Wednesday. He died peacefully at his home in Trieste. Fenn won two international awards during a career of six decades.',
    ],
    [
      'Evening Pilot',
      '2026-02-18T13:00:00Z',
      'Novelist Marit Solvang, author of The Salt House, dies aged 91',
      'The novelist Marit Solvang, whose book The Salt House was translated into thirty languages, has died at the age of 91, her publisher said on Wednesday. She died at her home in Bergen after a short illness. Solvang won many awards in a career of more than six decades.',
    ],
  ],
  [
    'two football matches of one evening',
    [
      'Sports Wire',
      '2026-10-03T20:00:00Z',
      'Late goal gives Harwick United win over Pell',
      'Harwick United beat Pell Rovers 2-1 on Saturday with a goal in the last minute. Ivo Tarek scored after a corner, following an equaliser by Pell’s Joe Amadi in the second half. Harwick are third in the table with 17 points.',
    ],
    [
      'Sports Wire',
      '2026-10-03T21:00:00Z',
      'Corrin City and Selby draw in the rain',
      'Corrin City and Selby Town drew 1-1 on Saturday. Luca Meinen put the hosts ahead in the first half, and Dan Okoye scored an equaliser from a corner in the second. Corrin are ninth in the table with 9 points.',
    ],
  ],
  [
    'two rounds of one cup',
    [
      'Sports Wire',
      '2026-11-07T20:00:00Z',
      'Harwick United through to quarter-finals after penalties',
      'Harwick United reached the quarter-finals of the League Cup on Saturday by beating Brackwater 5-4 on penalties. The match had ended 2-2 after extra time. Goalkeeper Sten Aro saved twice.',
    ],
    [
      'Sports Wire',
      '2026-12-05T20:00:00Z',
      'Harwick United reach semi-finals of League Cup',
      'Harwick United reached the semi-finals of the League Cup on Saturday by beating Karnholm 3-0. Ivo Tarek scored twice in the first half, and goalkeeper Sten Aro saved a penalty.',
    ],
  ],
  [
    'two elections',
    [
      'World Desk',
      '2026-09-07T06:00:00Z',
      'Conservatives win most seats in Velland election',
      'The Conservatives won the most seats in Sunday’s parliamentary election in Velland but fell short of a majority, results showed on Monday. Prime Minister Erik Dahlen conceded defeat. Talks on a coalition are to begin this week.',
    ],
    [
      'World Desk',
      '2026-09-07T08:00:00Z',
      'Ruling party loses majority in Costamar vote',
      'Costamar’s ruling party lost its majority in Sunday’s parliamentary election, results showed on Monday. President Lucia Andrade said she would begin talks on a coalition. Turnout was 61 percent, the lowest in twenty years.',
    ],
  ],
  [
    'two strikes',
    [
      'Labour Post',
      '2026-03-25T09:00:00Z',
      'Bus drivers in Brandmoor to strike on Friday',
      'Bus drivers in Brandmoor will strike for 24 hours on Friday in a dispute over pay, their union said on Wednesday. Talks with the operator broke down after it offered 3 percent. Commuters were told to expect disruption.',
    ],
    [
      'Coast Gazette',
      '2026-03-25T12:00:00Z',
      'Baggage handlers at Lunda airport walk out',
      'Baggage handlers at Lunda airport walked out on Wednesday in a dispute over pay and rosters, their union said. Forty flights were cancelled and passengers were told to expect disruption. Talks with the airport broke down on Tuesday.',
    ],
  ],
  [
    'two shootings in one country',
    [
      'Metro Post',
      '2026-06-22T07:00:00Z',
      'Three shot outside nightclub in Danforth',
      'Three people were wounded when a gunman opened fire outside a nightclub in Danforth early on Monday, police said. One of them is in critical condition. No arrests have been made and the motive is unclear.',
    ],
    [
      'Lakeside Tribune',
      '2026-06-22T18:00:00Z',
      'Man shot dead at petrol station in Orrin Falls',
      'A man was shot dead at a petrol station in Orrin Falls on Monday afternoon, police said. The gunman fled in a white car. No arrests have been made and police appealed for witnesses.',
    ],
  ],
  [
    'two interest rate decisions',
    [
      'Money Wire',
      '2026-05-06T11:00:00Z',
      'Central bank of Velland raises rate to 3.75 percent',
      'The central bank of Velland raised its main interest rate by a quarter of a percentage point to 3.75 percent on Wednesday, as analysts had expected, to slow inflation. Governor Mats Ohlin said further increases were possible.',
    ],
    [
      'Money Wire',
      '2026-05-06T13:00:00Z',
      'Costamar cuts interest rate to 9 percent as inflation slows',
      'The central bank of Costamar cut its main interest rate by half a percentage point to 9 percent on Wednesday, more than analysts had expected, as inflation slowed. Governor Pilar Etxeb said further cuts were possible.',
    ],
  ],
  [
    'two cases of flu in birds',
    [
      'Farm Weekly',
      '2026-01-27T09:00:00Z',
      'Bird flu found on duck farm near Aldwick',
      'Bird flu was confirmed on a farm near Aldwick on Tuesday, and 12,000 ducks are to be culled, the agriculture ministry said. A control zone of 3 kilometres was set up around the farm. The risk to people is low.',
    ],
    [
      'Polder Nieuws',
      '2026-01-27T15:00:00Z',
      'Turkeys culled after bird flu outbreak at Zuidwolde',
      'Some 30,000 turkeys are being culled at Zuidwolde after an outbreak of bird flu, the food authority said on Tuesday. A zone of 10 kilometres was set up in which poultry must be kept indoors.',
    ],
  ],
];
/** Two reports of one event in other words. */
export const ONE: readonly (readonly [string, Report, Report])[] = [
  [
    'bridge, copy with another figure',
    [
      'Northern Wire',
      '2026-03-10T09:00:00Z',
      'Harwick bridge closed after crack found in girder',
      'The river bridge at Harwick was closed to all traffic on Tuesday after inspectors found a crack 40 centimetres long in one of its main girders, the transport ministry said.\nAbout 12,000 vehicles a day will be sent over the old crossing at Pell until repairs are finished.',
    ],
    [
      'Harwick Post',
      '2026-03-10T10:30:00Z',
      'Crack shuts Harwick river bridge',
      '(Northern Wire) - The river bridge at Harwick was closed to all traffic on Tuesday after inspectors found a crack 45 centimetres long in one of its main girders, the transport ministry said.\nShopkeepers on Mill Street said they feared for their spring trade.',
    ],
  ],
  [
    'bridge, retold',
    [
      'Northern Wire',
      '2026-03-10T09:00:00Z',
      'Harwick bridge closed after crack found in girder',
      'The river bridge at Harwick was closed to all traffic on Tuesday after inspectors found a crack 40 centimetres long in one of its main girders, the transport ministry said.\nAbout 12,000 vehicles a day will be sent over the old crossing at Pell until repairs are finished.',
    ],
    [
      'Valley Radio',
      '2026-03-10T13:00:00Z',
      'Drivers sent over Pell crossing as Harwick bridge is shut',
      'Traffic is being diverted through Pell after engineers discovered a 40-centimetre crack in a girder of the Harwick bridge. The transport ministry said the crossing would stay closed until it is repaired.',
    ],
  ],
  [
    'ferry, toll that rises',
    [
      'Pacific News',
      '2026-03-10T09:00:00Z',
      'Ferry sinks off Tarawa, 12 dead',
      'At least 12 people died and 30 are missing after a ferry sank off the island of Tarawa on Monday night, the coast guard said. The Betio Star had 80 people on board when it capsized in heavy seas, police chief Ioane Tebano told reporters.',
    ],
    [
      'Island Times',
      '2026-03-10T12:00:00Z',
      'Death toll in Tarawa ferry disaster rises to 14',
      'Fourteen people were killed when the ferry Betio Star capsized near Tarawa, officials said on Tuesday, as divers searched for 28 missing passengers. Police chief Ioane Tebano said the vessel had sailed in spite of a storm warning.',
    ],
  ],
  [
    'bus crash',
    [
      'Tarn Herald',
      '2026-05-04T08:00:00Z',
      'Six killed in bus crash near Tarnfell',
      'Six people were killed and 14 injured when a coach left the road and overturned near Tarnfell early on Monday, police said. The driver, who survived, is being questioned. Rescuers worked for three hours to free passengers from the wreck.',
    ],
    [
      'Alpine News Agency',
      '2026-05-04T13:00:00Z',
      'Coach overturns near Tarnfell, leaving six dead',
      'A coach carrying pensioners home from a lake holiday overturned near Tarnfell on Monday, killing six of them, police said. Fourteen more were taken to hospital. Investigators think the driver fell asleep.',
    ],
  ],
  [
    'storm',
    [
      'Gulf Observer',
      '2026-08-17T06:00:00Z',
      'Storm Odile leaves 40,000 without power in Veracampo',
      'More than 40,000 households were without electricity on Monday after Storm Odile brought down power lines in the province of Veracampo. Schools stayed closed and officials urged people to stay indoors as winds reached 120 kilometres an hour.',
    ],
    [
      'Coast Radio',
      '2026-08-17T11:00:00Z',
      'Odile batters Veracampo: schools shut, lights out',
      'Schools were shut across Veracampo on Monday as Odile, the season’s third storm, tore down power lines and left tens of thousands of homes in the dark. The utility said 40,000 customers had no electricity.',
    ],
  ],
  [
    'minister charged',
    [
      'Capital Letter',
      '2026-04-08T10:00:00Z',
      'Former minister charged with taking bribes over port contract',
      'Prosecutors charged former transport minister Ilja Boran on Wednesday with taking bribes of 2 million euros in return for a contract to dredge the port of Salvena. Boran denies any wrongdoing. His lawyer said the case was political.',
    ],
    [
      'Salvena Courier',
      '2026-04-08T15:00:00Z',
      'Boran accused of taking 2 million euros for Salvena dredging deal',
      'Ilja Boran, transport minister until last year, took 2 million euros from a dredging company that won work at the port of Salvena, prosecutors say. He was charged on Wednesday and rejects the accusation.',
    ],
  ],
  [
    'obituary',
    [
      'The Ledbury Sun',
      '2026-02-18T09:00:00Z',
      'Composer Aldo Fenn dies at 84',
      'Aldo Fenn, the composer of three operas and the music for more than forty films, has died at the age of 84, his family said on Wednesday. He died peacefully at his home in Trieste. Fenn won two international awards during a career of six decades.',
    ],
    [
      'Music Week',
      '2026-02-18T18:00:00Z',
      'Aldo Fenn, who wrote music for forty films, is dead',
      'The Trieste composer Aldo Fenn, best known for his scores of more than forty films, is dead. He was 84. His daughter said he had worked on a fourth opera until the end.',
    ],
  ],
  [
    'match',
    [
      'Sports Wire',
      '2026-10-03T20:00:00Z',
      'Late goal gives Harwick United win over Pell',
      'Harwick United beat Pell Rovers 2-1 on Saturday with a goal in the last minute. Ivo Tarek scored after a corner, following an equaliser by Pell’s Joe Amadi in the second half. Harwick are third in the table with 17 points.',
    ],
    [
      'Harwick Post',
      '2026-10-03T20:40:00Z',
      'Tarek the hero as United snatch it at the death',
      'Ivo Tarek headed home in the last minute to give Harwick United a 2-1 victory over Pell Rovers, who had fought back through Joe Amadi. United climb to third.',
    ],
  ],
  [
    'results',
    [
      'Market Line',
      '2026-04-20T06:00:00Z',
      'Lindqvist Marine profit rises on ferry orders',
      'Lindqvist Marine said on Monday its first-quarter net profit rose 12 percent to 41 million euros, beating analysts’ expectations, on strong orders for ferries. Revenue was 310 million euros. The company kept its forecast for the year. Its shares rose 2.1 percent.',
    ],
    [
      'Harbour News',
      '2026-04-20T09:30:00Z',
      'Ferry orders lift Lindqvist Marine',
      'Shipbuilder Lindqvist Marine earned 41 million euros in the first quarter, 12 percent more than a year ago, as orders for ferries picked up. Investors sent the shares up 2 percent.',
    ],
  ],
  [
    'quake',
    [
      'Seismic Desk',
      '2026-06-01T05:00:00Z',
      'Magnitude 5.9 quake shakes Solmira',
      'An earthquake of magnitude 5.9 struck the Solmira region of the country early on Monday, the geological survey said. The quake was felt in the capital, and people ran into the streets. There were no immediate reports of casualties or damage.',
    ],
    [
      'Solmira Post',
      '2026-06-01T07:00:00Z',
      'Solmira wakes to 5.9 earthquake',
      'People ran into the streets in their nightclothes when an earthquake shook Solmira before dawn on Monday. Its magnitude was 5.9, the geological survey said. A church tower was cracked; nobody was hurt.',
    ],
  ],
];
