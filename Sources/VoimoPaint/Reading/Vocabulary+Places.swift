// Places, hours and weather. A line is a meaning and the words that have it, by language; words
// stand apart by commas. Plurals in -s are found by themselves.
extension Vocabulary {
  /// Words that name a place, and, behind `suggests`, words that only make one think of it.
  static let places = """
    place sky = skyscape, heaven, heavens, prairie, meadow, meadows, plains, open space, open spaces, wide open space, wide open spaces, open country, field, fields, \
    wheat field, wheat fields, cornfield, grassland, pasture, garden, gardens, steppe, tundra, \
    hill, hills, hilltop, countryside, vineyard, park, playground \
    | de: wiese, wiesen, feld, felder, weizenfeld, garten, hügel, steppe, weide, park \
    | fr: prairie, pré, prés, champ, champs, jardin, colline, collines, plaine, campagne \
    | es: pradera, campo, campos, jardín, colina, colinas, llanura, prado \
    | pt: prado, campo, campos, jardim, colina, colinas, planície \
    | it: prato, prati, campo, campi, giardino, collina, colline, pianura, campagna \
    | ja: 草原, 野原, 庭, 丘, 麦畑, 畑
    suggests sky = sky, skies, horizon, open sky, heaven above | de: himmel, horizont | fr: ciel, cieux, horizon \
    | es: cielo, cielos, horizonte | pt: céu, céus, horizonte | it: cielo, cieli, orizzonte | ja: 空, 青空, 地平線
    place mountains = mountain, alps, alpine, peak, peaks, summit, ridge, cliff, cliffs, highland, \
    highlands, valley, canyon, glacier, himalaya, himalayas, andes, the andes, fjord, slope, \
    avalanche, ravine, plateau, rocky mountains \
    | de: berg, berge, bergen, gebirge, gipfel, tal, täler, alpen, klippe, klippen, gletscher, \
    schlucht, fels, felsen \
    | fr: montagne, montagnes, sommet, vallée, falaise, falaises, alpes, glacier, gorge \
    | es: montaña, montañas, cumbre, valle, acantilado, cordillera, glaciar, sierra \
    | pt: montanha, montanhas, cume, vale, penhasco, serra, geleira \
    | it: montagna, montagne, monte, monti, vetta, valle, scogliera, alpi, ghiacciaio \
    | ja: 山, 山々, 山脈, 谷, 崖, 峰
    place sea = sea, ocean, harbor, harbour, port, quay, pier, dock, docks, lake, river, coast, \
    coastal, coastline, shore, seashore, beach, bay, island, islands, lagoon, marina, canal, \
    seaside, riverbank, waterfront, pond, riverside, jetty, tide, surf \
    | de: meer, see, ozean, hafen, küste, strand, ufer, bucht, insel, inseln, fluss, ostsee, \
    nordsee, teich, mole, kai \
    | fr: mer, océan, port, lac, rivière, fleuve, côte, plage, rivage, baie, île, îles, quai \
    | es: mar, océano, puerto, lago, río, costa, playa, orilla, bahía, isla, islas, muelle \
    | pt: mar, oceano, porto, lago, rio, costa, praia, margem, baía, ilha, ilhas, cais \
    | it: mare, oceano, porto, lago, fiume, costa, spiaggia, riva, baia, isola, isole, molo \
    | ja: 海, 大洋, 港, 湖, 川, 海岸, 浜, 浜辺, 島, 海辺, 砂浜
    suggests sea = wave, waves, water, sail, sailing, anchor, nautical, salt, swim, swimming, \
    sailor, seagull, fisherman, pirate, pirates \
    | de: welle, wellen, wasser, segel, anker | fr: vague, vagues, eau, voile, ancre \
    | es: ola, olas, agua, vela, ancla | pt: onda, ondas, água, âncora \
    | it: onda, onde, acqua, ancora | ja: 波, 水, 船
    place city = city, cities, town, downtown, urban, skyline, skyscraper, skyscrapers, metropolis, \
    street, streets, rooftop, rooftops, alley, tokyo, new york, london, paris, berlin, shanghai, \
    manhattan, suburb, suburbs, cyberpunk city, cityscape, times square, boulevard, sidewalk, \
    city lights, brooklyn, hong kong, chicago, los angeles \
    | de: stadt, städte, straße, straßen, innenstadt, hochhaus, hochhäuser, wolkenkratzer, gasse, \
    großstadt, dächer, altstadt, metropole \
    | fr: ville, villes, rue, rues, gratte-ciel, toits, ruelle, métropole \
    | es: ciudad, ciudades, calle, calles, rascacielos, callejón, metrópolis \
    | pt: cidade, cidades, rua, ruas, arranha-céu, arranha-céus, beco \
    | it: città, strade di città, grattacielo, grattacieli, vicolo, metropoli, via, vie \
    | ja: 街, 都市, 都会, 町, 通り, 東京, ビル, 街並み
    suggests city = neon sign, neon signs, shop signs, cyberpunk, taxi, neon sign, neon signs, crowd, billboard, nightclub, tower, \
    towers, apartment, apartments, hotel, office, building, buildings, traffic, bridge \
    | de: turm, türme, gebäude, verkehr | fr: tour, immeuble, bâtiment | es: torre, edificio \
    | pt: torre, edifício, prédio | it: torre, edificio, palazzo
    place forest = forest, wood, woods, woodland, jungle, grove, orchard, rainforest, wilderness, \
    pine forest, birch forest, bamboo \
    | de: wald, wälder, wäldern, dschungel, hain, nadelwald | fr: forêt, forêts, bois, jungle \
    | es: bosque, bosques, selva, jungla | pt: floresta, florestas, bosque, selva, mata \
    | it: foresta, foreste, bosco, boschi, giungla | ja: 森, 林, ジャングル, 竹林
    suggests forest = pine, pines, fir, birch, moss, fern, ferns, leaf, leaves, autumn leaves, root, \
    roots, branch, branches, deer, fairy, fairies, elf, elves, enchanted \
    | de: laub, blatt, blätter, kiefer, fichte | fr: feuille, feuilles | es: hoja, hojas \
    | pt: folha, folhas | it: foglia, foglie | ja: 葉, 落ち葉, 木の葉
    place road = road, highway, motorway, freeway, route, asphalt, lane, roadtrip, road trip, \
    crossroads, railway, railroad, dirt road, open road, roadside, railway tracks \
    | de: landstraße, autobahn, weg, pfad | fr: route, autoroute, chemin \
    | es: carretera, autopista, camino | pt: estrada, rodovia, caminho \
    | it: strada, autostrada, cammino | ja: 道, 道路, 高速道路, 国道
    suggests road = windscreen, windshield, motel, headlight, headlights, drive, driving, path, \
    trail, miles, wheel, wheels, engine, racing, speed | de: fahrt | ja: ドライブ
    place space = space, outer space, deep space, cosmos, cosmic, galaxy, galaxies, \
    nebula, nebulae, orbit, universe, starship, interstellar, milky way, supernova, stardust, \
    constellation, constellations, black hole, spaceship, spiral nebula, asteroid, asteroids \
    | de: weltraum, weltall, kosmos, galaxie, galaxien, universum, milchstraße, nebula \
    | fr: espace, cosmos, galaxie, galaxies, univers, nébuleuse, voie lactée \
    | es: espacio, cosmos, galaxia, galaxias, universo, nebulosa, vía láctea \
    | pt: espaço, cosmos, galáxia, galáxias, universo, nebulosa, via láctea \
    | it: spazio, cosmo, galassia, galassie, universo, nebulosa, via lattea \
    | ja: 宇宙, 銀河, 天の川, 星雲
    suggests space = rocket, satellite, comet, meteor, ufo, alien, aliens, celestial, void
    place flow = abstract, flow, flowing, fluid, liquid, psychedelic, kaleidoscope, swirl, swirls, \
    fractal, fractals, abstract shapes, liquid colors, liquid colours, pattern, patterns, \
    geometric shapes, hypnotic, geometric \
    | de: abstrakt, abstrakte, fließend, muster | fr: abstrait, abstraite, fluide, motif \
    | es: abstracto, abstracta, fluido | pt: abstrato, abstrata, fluido \
    | it: astratto, astratta, fluido | ja: 抽象, 抽象的
    suggests flow = shapes, texture, silk, marble, ribbon, smoke, surreal \
    | de: rauch | fr: fumée | es: humo | pt: fumaça | it: fumo | ja: 煙
    place desert = desert, dune, dunes, sahara, mesa, arid, oasis, badlands, egypt, mojave, gobi, \
    savanna, savannah, outback, pyramid, pyramids, salt flats, wasteland \
    | de: wüste, wüsten, düne, dünen, oase | fr: désert, dune, dunes, oasis \
    | es: desierto, duna, dunas | pt: deserto, duna, dunas | it: deserto, duna, dune \
    | ja: 砂漠, 砂丘
    suggests desert = sand, sands, cactus, cacti, camel, camels, caravan, nomad, cowboy, western, \
    drought | de: sand, kaktus | fr: sable | es: arena | pt: areia | it: sabbia | ja: 砂
    place underwater = underwater, under water, undersea, under the sea, beneath the waves, \
    bottom of the sea, reef, coral, coral reef, abyss, kelp, seaweed, submerged, sunken, atlantis, \
    aquarium, ocean floor, deep sea \
    | de: unterwasser, unter wasser, tiefsee, riff, korallen | fr: sous l'eau, sous-marin, récif \
    | es: bajo el agua, submarino, arrecife | pt: debaixo d'água, submarino, recife \
    | it: sott'acqua, subacqueo | ja: 海底, 水中, 海中, 珊瑚
    suggests underwater = submarine, diver, divers, diving, jellyfish, octopus, shark, sharks, \
    dolphin, dolphins, mermaid, mermaids, drowning, bubble, bubbles, fish, fishes \
    | de: fisch, fische, taucher | fr: poisson, poissons | es: pez, peces | pt: peixe, peixes \
    | it: pesce, pesci | ja: 魚, 人魚
    place fire = inferno, lava, wildfire, \
    furnace, forge, forest fire, hell  \
    | de: hölle, brand \
    | fr: enfer, incendie | es: infierno, \
    incendio | pt: inferno, incêndio \
    | it: inferno, incendio  | ja: 火事
    suggests fire = ember, embers, ash, ashes, phoenix, spark, \
    sparks, explosion | de: glut, asche, funken | fr: braise, braises, cendre, cendres \
    | es: brasas, ceniza | pt: brasas, cinza | it: brace, cenere
    place tunnel = tunnel, tube, wormhole, vortex, subway tunnel, metro tunnel, cave, cavern, mine \
    shaft, hyperspace, sewer, catacomb, catacombs, labyrinth, underpass, subway, metro, \
    light speed, lightspeed \
    | de: tunnel, höhle, röhre | fr: tunnel, grotte, souterrain | es: túnel, cueva \
    | pt: túnel, caverna | it: tunnel, galleria, grotta | ja: トンネル, 洞窟
    place room = room, bedroom, living room, kitchen, ballroom, bar, cafe, coffee shop, pub, \
    hallway, corridor, church, cathedral, library, attic, studio, classroom, hospital, prison, \
    cell, hotel room, diner, restaurant, theater, theatre, stage, concert hall, indoors, interior, \
    bathroom, basement, train station, waiting room, dance floor, club, circus, museum, office room \
    | de: zimmer, raum, schlafzimmer, wohnzimmer, küche, kirche, bar, bühne, saal, ballsaal, \
    bibliothek, flur, dachboden, kneipe, café \
    | fr: chambre, pièce, salon, cuisine, église, bar, scène, salle, bibliothèque, couloir, grenier \
    | es: habitación, cuarto, dormitorio, salón, cocina, iglesia, bar, escenario, biblioteca, pasillo \
    | pt: quarto, sala, cozinha, igreja, bar, palco, biblioteca, corredor \
    | it: stanza, camera, salotto, cucina, chiesa, bar, palcoscenico, biblioteca, corridoio, sala \
    | ja: 部屋, 寝室, 台所, 教会, 舞台, 図書館, 教室, 喫茶店
    suggests room = window, windows, curtain, curtains, candlelight, fireplace, wall, walls, floor, \
    ceiling, table, chair, bed, sofa, mirror, door | de: fenster, tür, bett, tisch, stuhl, spiegel \
    | fr: fenêtre, porte, lit, chaise, miroir | es: ventana, puerta, cama, mesa, silla, espejo \
    | pt: janela, porta, cama, mesa, cadeira, espelho | it: finestra, porta, letto, tavolo, sedia, \
    specchio | ja: 窓, 扉, ベッド, 机, 椅子, 鏡
    """

  /// Hours; `hour?` is one that a word only suggests.
  static let hours = """
    hour dawn = dawn, sunrise, daybreak, daybreaks, early morning, first light, pre-dawn, predawn, \
    morning, crack of dawn, awakening \
    | de: morgen, morgens, morgendämmerung, sonnenaufgang, morgengrauen, morgenrot, \
    tagesanbruch, früh morgens | fr: aube, aurore, matin, lever du soleil, petit matin \
    | es: amanecer, alba, mañana, madrugada, salida del sol \
    | pt: amanhecer, alvorada, manhã, nascer do sol, madrugada \
    | it: alba, mattina, mattino, sorgere del sole | ja: 夜明け, 朝, 日の出, 朝焼け, 暁
    hour day = day, noon, midday, daylight, daytime, afternoon, high noon, sunny day, by day, \
    broad daylight, sunlit, sunny \
    | de: tag, tags, mittag, mittags, nachmittag, tageslicht, sonnig, sonnige, sonniger \
    | fr: jour, midi, après-midi, journée, plein jour, ensoleillé, ensoleillée \
    | es: día, mediodía, tarde soleada, pleno día, soleado, soleada \
    | pt: dia, meio-dia, tarde de sol, ensolarado, ensolarada | it: giorno, mezzogiorno, \
    pomeriggio, soleggiato | ja: 昼, 昼間, 真昼, 午後, 正午, 白昼
    hour dusk = dusk, sunset, sunsets, evening, twilight, nightfall, sundown, afterglow, golden hour, \
    gloaming, blue hour, last light, setting sun, magic hour, eventide \
    | de: abend, abends, abenddämmerung, dämmerung, sonnenuntergang, abendrot, zwielicht, \
    goldene stunde, blaue stunde | fr: crépuscule, soir, coucher du soleil, coucher de soleil, \
    soirée, heure dorée, heure bleue, tombée de la nuit \
    | es: atardecer, anochecer, ocaso, crepúsculo, puesta de sol, tarde, hora dorada \
    | pt: entardecer, anoitecer, pôr do sol, crepúsculo, tarde, hora dourada \
    | it: tramonto, sera, crepuscolo, imbrunire, ora d'oro | ja: 夕方, 夕暮れ, 日没, 夕焼け, 黄昏, 夕日
    hour night = night, nights, midnight, nocturnal, tonight, nighttime, moonlit, starlit, after dark, \
    starry night, late night, dead of night, by night, witching hour, dark night, in the dark \
    | de: nacht, nachts, nächte, mitternacht, sternennacht, nächtlich, nächtliche, heute nacht \
    | fr: nuit, nuits, minuit, nocturne | es: noche, noches, medianoche, nocturno, nocturna \
    | pt: noite, noites, meia-noite, noturno, noturna \
    | it: notte, notti, mezzanotte, notturno, notturna | ja: 夜, 夜中, 真夜中, 深夜, 夜空, 星空, 今夜, 月夜
    hour? day = summer, spring, sky blue \
    | de: sommer, frühling | fr: été, printemps | es: verano, primavera | pt: verão, primavera \
    | it: estate, primavera | ja: 夏, 春
    hour? dusk = autumn, goodbye, farewell, golden light
    hour? night = dark, darkness, neon, lamp, lamps, ghost, ghosts, candlelight, candle, candles, \
    headlight, headlights, cyberpunk, dream, dreams, sleep, nightclub, streetlight, streetlights \
    | de: dunkel, dunkle, dunkelheit, traum, kerze, kerzen, laterne, laternen \
    | fr: sombre, obscurité, rêve, bougie, bougies, lanterne, lanternes \
    | es: oscuro, oscura, oscuridad, sueño, vela, velas | pt: escuro, escura, escuridão, sonho \
    | it: buio, oscurità, sogno, candela, candele | ja: 闇, 夢, 灯り, 提灯
    """

  /// Weathers.
  static let weathers = """
    weather clear = clear sky, clear skies, cloudless, clear day, clear night, clear weather \
    | de: klarer himmel, wolkenlos, wolkenloser | fr: ciel clair, sans nuages | es: despejado, \
    cielo despejado | pt: céu limpo | it: cielo sereno, sereno | ja: 快晴, 晴れ
    weather cloudy = cloudy, overcast, cloud, clouds, grey sky, gray sky, low clouds \
    | de: wolke, wolken, bewölkt, wolkig | fr: nuage, nuages, nuageux | es: nube, nubes, nublado \
    | pt: nuvem, nuvens, nublado | it: nuvola, nuvole, nuvoloso | ja: 雲, 曇り, 曇り空
    weather rain = rain, rainy, raining, rains, rained, drizzle, downpour, shower, showers, puddle, \
    puddles, monsoon, raindrop, raindrops, rain-soaked, rainfall, wet streets, wet street, wet road \
    | de: regen, regnet, regnerisch, regentropfen, pfütze, pfützen, verregnet, verregnete, \
    regnerische, regnerischen \
    | fr: pluie, pluvieux, pluvieuse, pleut, averse | es: lluvia, lluvioso, lluviosa, llueve, llovizna \
    | pt: chuva, chuvoso, chuvosa, chove, garoa | it: pioggia, piovoso, piovosa, piove \
    | ja: 雨, 雨の日, 大雨, 小雨, 雨降り
    weather snow = snow, snowy, snowing, snows, snowfall, blizzard, snowflake, snowflakes, winter, \
    christmas, sleigh, snowstorm, snow-capped, snow-covered, snowdrift \
    | de: schnee, schneit, verschneit, verschneite, verschneiten, schneesturm, winter, \
    schneeflocken, weihnachten | fr: neige, enneigé, enneigée, neiger, hiver, flocons \
    | es: nieve, nevado, nevada, nieva, invierno | pt: neve, nevado, nevada, neva, inverno \
    | it: neve, innevato, innevata, nevica, inverno | ja: 雪, 吹雪, 冬, 雪景色
    weather fog = fog, foggy, mist, misty, steam, steaming, vapor, vapour, haze, hazy, smog, veiled in mist, morning mist, sea fog \
    | de: nebel, neblig, neblige, nebligen, dunst | fr: brouillard, brume, brumeux, brumeuse \
    | es: niebla, neblina, bruma, brumoso | pt: névoa, neblina, nevoeiro, enevoado \
    | it: nebbia, nebbioso, foschia | ja: 霧, 靄, 霞
    weather storm = storm, stormy, thunder, thunderstorm, tempest, hurricane, tornado, typhoon, \
    gale, storms, stormy sea, storm clouds \
    | de: sturm, stürmisch, stürmische, stürmischen, gewitter, donner, orkan, unwetter \
    | fr: tempête, orage, orageux, tonnerre, ouragan | es: tormenta, tempestad, trueno, huracán \
    | pt: tempestade, trovão, furacão | it: tempesta, temporale, tuono, burrasca, uragano \
    | ja: 嵐, 雷雨, 台風, 雷
    weather sandstorm = sandstorm, dust storm, sandstorms, duststorm, sand storm, dust storms \
    | de: sandsturm, staubsturm | fr: tempête de sable | es: tormenta de arena \
    | pt: tempestade de areia | it: tempesta di sabbia | ja: 砂嵐
    action = heat haze, shimmering heat | de: hitzeflimmern
    """
}
