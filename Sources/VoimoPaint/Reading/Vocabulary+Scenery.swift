// Words beside the tables of places and things: what scenes paint unasked, what is painted only in
// place of what was named, how things look and move.
extension Vocabulary {
  /// `seen SCENES` is painted in those anyway and told elsewhere; `like` is told though something
  /// is painted for it.
  static let scenery = """
    thing campfire + hour? night + suggests fire + seen fire = fire, fires, flame, flames, blaze, \
    on fire, in flames, 🔥 \
    | de: feuer, flamme, flammen, in flammen \
    | fr: feu, flamme, flammes, brasier, en feu \
    | es: fuego, llama, llamas, en llamas \
    | pt: fogo, chama, chamas, em chamas \
    | it: fuoco, fiamma, fiamme, in fiamme \
    | ja: 火, 炎
    thing campfire + hour? night + seen fire = bonfire, bonfires, campfire, campfires, camp fire, \
    burning barrel, pyre \
    | de: lagerfeuer, feuerstelle, scheiterhaufen \
    | fr: feu de camp, feux de camp \
    | es: hoguera, hogueras, fogata, fogatas \
    | pt: fogueira, fogueiras \
    | it: falò \
    | ja: 焚き火, キャンプファイヤー
    thing campfire + state + suggests fire + seen fire = burning, blazing, flaming \
    | de: brennend, brennende, brennender, brennendes, brennenden, brennendem \
    | fr: brûlant, brûlante, en flammes \
    | es: ardiente, ardiendo \
    | pt: ardente, queimando \
    | it: ardente, in fiamme, bruciante \
    | ja: 燃える
    thing leaves + hour? dusk = autumn, in the fall, fall leaves, fall colors, fall colours, \
    fall foliage, this fall, late fall, falling leaves, autumn leaves, autumn foliage, foliage, \
    swirling leaves, indian summer, 🍂, 🍁 \
    | de: herbst, herbstlaub, herbstlich, herbstliche, herbstlichen, fallende blätter, \
    fallendes laub \
    | fr: automne, feuilles mortes, feuilles d'automne \
    | es: otoño, hojas secas, hojas de otoño \
    | pt: outono, folhas secas, folhas de outono \
    | it: autunno, foglie secche, foglie d'autunno \
    | ja: 秋, 落ち葉, 紅葉
    thing leaves + color red = red leaves
    thing leaves + color gold = yellow leaves, golden leaves
    thing leaves + color orange = orange leaves
    thing leaves + color brown = brown leaves, dead leaves
    thing leaves = leaves falling, leaves blowing
    thing tree + color pink = cherry blossom, cherry blossoms, blossoming tree, 🌸 \
    | de: kirschblüten, kirschblüte \
    | ja: 桜
    form palm = palm tree, palm trees, palm, palms, coconut tree, coconut palms, date palm, 🌴 \
    | de: palme, palmen \
    | fr: palmier, palmiers \
    | es: palmera, palmeras \
    | pt: palmeira, palmeiras \
    | it: palma, palme \
    | ja: ヤシの木
    thing tree + form palm = coconut tree, coconut palms, date palm, 🌴
    form conifer = pine tree, pine trees, fir tree, fir trees, tanne, spruce, cypress, sequoia, \
    redwood, christmas trees, 🌲 \
    | de: tanne, tannen, fichten, tannenbaum \
    | fr: sapin, sapins \
    | es: pino, pinos, abeto, abetos \
    | pt: pinheiro, pinheiros \
    | it: pino, pini, abete, abeti
    thing tree + form conifer = fir tree, fir trees, spruce, spruces, cypress, cypresses, \
    sequoia, sequoias, redwood, redwoods, 🌲 \
    | de: tannen, tannenbaum \
    | fr: sapin, sapins \
    | es: pino, pinos, abeto, abetos \
    | pt: pinheiro, pinheiros \
    | it: pino, pini, abete, abeti
    thing tree = maple, maples, elm, elms, poplar, poplars, linden, birches, acacia, baobab, \
    olive tree, olive trees, oak tree, oak trees, tree line, treeline, 🌳 \
    | de: linde, linden, ahorn, birke, birken, buche, buchen, pappel, pappeln, kastanie \
    | fr: bouleau, bouleaux, peuplier, peupliers, tilleul \
    | es: álamo, álamos, olivo, olivos \
    | it: pioppo, pioppi, ulivo, ulivi, cipresso, cipressi
    like = cherry blossom, cherry blossoms, willow, willows, birch tree, bamboo, baobab \
    | de: trauerweide, kirschblüten \
    | fr: saule \
    | es: sauce \
    | it: salice
    seen room city = window, windows, windowpane, window pane \
    | de: fenster \
    | fr: fenêtre, fenêtres \
    | es: ventana, ventanas \
    | pt: janela, janelas \
    | it: finestra, finestre \
    | ja: 窓
    seen room + suggests room = windowsill, window sill, floorboards, wallpaper \
    | de: fensterbank, fensterbrett
    seen room = curtain, curtains, floor, wall, walls, drapes \
    | de: vorhang, vorhänge, wand, wände \
    | fr: rideau, rideaux, mur, murs \
    | es: cortina, cortinas, pared, paredes \
    | pt: cortina, cortinas, parede, paredes \
    | it: tenda, tende, muro, muri \
    | ja: 壁, カーテン
    seen sea city underwater = water, waters \
    | de: wasser \
    | fr: eau, eaux \
    | es: agua, aguas \
    | pt: água, águas \
    | it: acqua, acque \
    | ja: 水
    seen sea underwater = wave, waves, ripples, swell \
    | de: welle, wellen \
    | fr: vague, vagues \
    | es: ola, olas \
    | pt: onda, ondas \
    | it: onda, onde \
    | ja: 波
    place sea + suggests sea = 🌊, 🏖, 🏝
    seen desert sea = sand, sands \
    | de: sand \
    | fr: sable \
    | es: arena \
    | pt: areia \
    | it: sabbia \
    | ja: 砂
    seen forest = leaf, leaves, branch, branches, twigs, root, roots, moss, fern, ferns, fir, \
    birch, pine, pines, undergrowth, trunk, trunks, treetops \
    | de: laub, blatt, blätter, kiefer, fichte, zweig, zweige, ast, äste, moos \
    | fr: feuille, feuilles, branche, branches, mousse \
    | es: hoja, hojas, rama, ramas \
    | pt: folha, folhas, galho, galhos \
    | it: foglia, foglie, ramo, rami \
    | ja: 葉, 木の葉
    seen forest sky mountains = pine, pines
    seen forest underwater = weed, weeds
    seen desert = cactus, cacti, cactuses, saguaro \
    | de: kaktus, kakteen \
    | fr: cactus \
    | es: cactus \
    | pt: cacto, cactos \
    | it: cactus
    seen fire = ember, embers, spark, sparks, cinders \
    | de: glut, funken \
    | fr: braise, braises, étincelles \
    | es: brasas, chispas \
    | pt: brasas, faíscas \
    | it: brace, scintille
    seen underwater = fish, fishes, bubble, bubbles, seaweed, kelp \
    | de: fisch, fische, luftblasen \
    | fr: poisson, poissons, bulles \
    | es: pez, peces, burbujas \
    | pt: peixe, peixes, bolhas \
    | it: pesce, pesci, bolle \
    | ja: 魚, 泡
    seen city = neon sign, neon signs, shop signs, building, buildings, apartment, apartments, \
    tower block, high rise, high-rise, office building \
    | de: gebäude, häuserzeile \
    | fr: immeuble, immeubles, bâtiment \
    | es: edificio, edificios \
    | pt: edifício, edifícios, prédio, prédios \
    | it: edificio, edifici, palazzi \
    | ja: ビル
    seen city = traffic | de: verkehr, straßenverkehr | fr: circulation | es: tráfico | pt: trânsito | it: traffico
    place room + like = office, workplace, laboratory, lab, operating room
    seen road + suggests road = headlight, headlights, tail lights, taillights \
    | de: scheinwerfer, rücklichter \
    | fr: phares de voiture \
    | es: faros de coche
    seen mountains desert sea = rock, rocks, boulder, boulders, stones \
    | de: felsen, steine \
    | fr: rocher, rochers \
    | es: roca, rocas \
    | pt: rocha, rochas \
    | it: roccia, rocce \
    | ja: 岩
    seen mountains + suggests mountains = snowcap, snowcaps, snowy peak, snowy peaks
    like + place sea = river, rivers, canal, pond, island, islands, pier, piers, quay, dock, \
    docks, jetty, marina, riverbank, riverside, swamp, marsh, wetland, stream, creek, \
    swimming pool, puddle of water, fountain basin \
    | de: fluss, flüsse, kanal, teich, insel, inseln, mole, kai, steg, bach, sumpf \
    | fr: rivière, fleuve, île, îles, quai, canal, étang, ruisseau \
    | es: río, isla, islas, muelle, canal, arroyo \
    | pt: rio, ilha, ilhas, cais, canal \
    | it: fiume, isola, isole, molo, canale, ruscello \
    | ja: 川, 島
    like + place mountains = cliff, cliffs, canyon, canyons, glacier, glaciers, avalanche, \
    ravine, gorge, fjord, iceberg, icebergs \
    | de: klippe, klippen, gletscher, schlucht \
    | fr: falaise, falaises, glacier, gorge \
    | es: acantilado, acantilados, glaciar \
    | pt: penhasco, geleira \
    | it: scogliera, ghiacciaio \
    | ja: 崖
    like = garden, gardens, vineyard, vineyards, park, parks, playground, orchard, wheat field, \
    wheat fields, cornfield, cornfields, barley field, rice field, rice fields \
    | de: garten, gärten, park, weizenfeld, kornfeld, maisfeld, spielplatz, weinberg \
    | fr: jardin, jardins, parc, parcs, vignoble \
    | es: jardín, jardines, parque, viñedo \
    | pt: jardim, jardins, parque \
    | it: giardino, giardini, parco, vigneto \
    | ja: 庭, 畑, 麦畑
    place sky = barley field, rice field, rice fields, moor, heath, pastures, savannah grass, \
    cornfields, backyard, lawn, parks, vineyards, baseball field, football field, soccer field \
    | de: kornfeld, maisfeld, heide, spielplatz, weinberg, kornfelder, weizenfelder, rasen \
    | fr: parc, parcs, vignoble, lande \
    | es: parque, viñedo \
    | pt: parque \
    | it: parco, vigneto
    like = lawn, backyard, baseball field, football field, soccer field | de: rasen
    like = rooftop, rooftops, alley, alleyway, alleys, back alley, subway station, plaza, \
    town square, market square \
    | de: dach, dächer, gasse, marktplatz \
    | fr: toit, toits, ruelle, place du village \
    | es: tejado, tejados, azotea, callejón, plaza \
    | pt: telhado, telhados, beco, praça \
    | it: tetto, tetti, vicolo, piazza \
    | ja: 屋上, 路地
    place city = alleyway, alleys, back alley, plaza, town square, market square, neighborhood, \
    neighbourhood, in la, through la, downtown la, la skyline, from la, nyc, ny, \
    manhattan skyline, san francisco, las vegas, vegas, miami, seattle, detroit, new orleans, \
    nashville, memphis, rome, madrid, barcelona, lisbon, vienna, prague, moscow, istanbul, cairo, \
    mumbai, delhi, seoul, beijing, bangkok, singapore, dubai, sydney, mexico city, \
    rio de janeiro, sao paulo, buenos aires, havana, kyoto, osaka, amsterdam, brussels, munich, \
    hamburg, budapest, warsaw, dublin, glasgow, liverpool, manchester, toronto, vancouver, \
    montreal, venice, 🌃, 🏙, 🌆, 🌇 \
    | de: berlin, hamburg, münchen, köln, wien, zürich, frankfurt, leipzig, paris, london, \
    new york, tokio, rom, venedig, vorstadt, marktplatz, viertel, kiez, dach, plattenbau \
    | fr: paris, lyon, marseille, londres, new york, tokyo, berlin, rome, quartier, banlieue, \
    toit, boulevard, trottoir, venise \
    | es: madrid, barcelona, sevilla, buenos aires, méxico, ciudad de méxico, nueva york, \
    londres, parís, tokio, barrio, avenida, plaza, azotea, tejado, tejados, la habana \
    | pt: lisboa, porto alegre, são paulo, rio de janeiro, nova york, londres, tóquio, bairro, \
    avenida, praça, telhado, telhados, salvador, favela \
    | it: roma, milano, napoli, torino, firenze, venezia, londra, new york, parigi, tokyo, \
    quartiere, piazza, tetto, tetti, strade della città, periferia \
    | ja: 大阪, 京都, 渋谷, 新宿, ニューヨーク, ロンドン, パリ, 屋上, 路地
    place desert = arizona, nevada, death valley, monument valley, utah, arabia, new mexico, \
    kalahari, dusty plain, 🏜
    place mountains = rockies, appalachians, dolomites, pyrenees, everest, mount fuji, patagonia, \
    iceberg, icebergs, ⛰, 🏔, 🗻 \
    | de: dolomiten, alpenland, zugspitze \
    | fr: pyrénées, mont blanc \
    | es: pirineos, andes, montes \
    | pt: andes, morro, morros, montes \
    | it: dolomiti, appennini, monte bianco \
    | ja: 富士山, アルプス
    place sea = mediterranean, atlantic, pacific, baltic sea, north sea, caribbean sea, coasts, \
    oceans, swamp, marsh, wetland, stream, creek, piers, swimming pool \
    | de: mittelmeer, atlantik, pazifik, bodensee, meeresküste, steg, bach, sumpf, kanal, flüsse \
    | fr: atlantique, méditerranée, océans, étang, ruisseau, canal, littoral \
    | es: mediterráneo, atlántico, caribe, litoral, canal, arroyo \
    | pt: atlântico, litoral, canal, orla \
    | it: mediterraneo, adriatico, canale, ruscello, litorale, costiera
    like = jungle, rainforest, bamboo, bamboo forest, grove \
    | de: dschungel, regenwald \
    | fr: jungle \
    | es: selva, jungla \
    | pt: selva \
    | it: giungla \
    | ja: ジャングル, 竹林
    place forest = black forest, redwood forest, bamboo forest, forest path, woodland path, \
    clearing in the woods, taiga \
    | de: schwarzwald, regenwald, waldweg, unterholz, lichtung, tannenwald, kiefernwald, \
    buchenwald \
    | fr: sous-bois, clairière, pinède, bois \
    | es: arboleda, claro del bosque \
    | pt: mato, clareira \
    | it: radura, pineta, sottobosco \
    | ja: 森の中
    like = railway, railroad, railway tracks, railroad tracks, train tracks, crossroads, \
    intersection, path, trail \
    | de: bahngleise, gleise, schienen, kreuzung, pfad \
    | fr: chemin de fer, rails, carrefour \
    | es: vía del tren, vías del tren, cruce \
    | pt: trilhos, cruzamento \
    | it: binari, incrocio, ferrovia \
    | ja: 線路
    place road = train tracks, railroad tracks, intersection, route 66, interstate, \
    avenue of trees, country road, winding road, dirt track, mountain road, coastal road, \
    coast road, driveway, 🛣 \
    | de: bahngleise, gleise, schienen, kreuzung, bundesstraße, feldweg, allee \
    | fr: chemin de fer, rails, carrefour, départementale, sentier \
    | es: vía del tren, vías del tren, cruce, sendero, ruta \
    | pt: trilhos, cruzamento, via expressa, trilha \
    | it: binari, incrocio, ferrovia, sentiero, superstrada, tangenziale \
    | ja: 線路
    place road + weather rain = wet asphalt, wet tarmac, rain-slicked road
    like = pyramid, pyramids, oasis, savanna, savannah, salt flats, mesa \
    | de: pyramide, pyramiden, oase, savanne \
    | fr: pyramide, pyramides, oasis, savane \
    | es: pirámide, pirámides, oasis, sabana \
    | pt: pirâmide, pirâmides, oásis, savana \
    | it: piramide, piramidi, oasi, savana \
    | ja: ピラミッド
    place desert = savanne, pyramid \
    | de: pyramide, pyramiden, savanne, steinwüste \
    | fr: pyramide, pyramides, savane \
    | es: pirámide, pirámides, sabana \
    | pt: pirâmide, pirâmides, savana \
    | it: piramide, piramidi, savana
    like = coral, corals, coral reef, reef, atlantis, aquarium \
    | de: riff, korallen \
    | fr: récif, corail \
    | es: arrecife, coral \
    | pt: recife, coral \
    | it: barriera corallina, corallo \
    | ja: 珊瑚
    place underwater = through water, through the water, under the surface, beneath the surface, \
    below the surface, beneath the sea, seabed, sea bed, sea floor
    like = furnace, forge, lava, hell \
    | de: hölle \
    | fr: enfer \
    | es: infierno \
    | pt: inferno \
    | it: inferno
    like = cave, cavern, caves, sewer, catacomb, catacombs, labyrinth, subway, metro, underpass, \
    wormhole, vortex \
    | de: höhle, höhlen \
    | fr: grotte, souterrain \
    | es: cueva \
    | pt: caverna \
    | it: grotta \
    | ja: 洞窟
    place tunnel = caves, maze, mazes, subway platform, u-bahn, mineshaft \
    | de: u-bahn, labyrinth, stollen, unterführung \
    | fr: métro, labyrinthe \
    | es: metro, laberinto, subterráneo \
    | pt: metrô, labirinto \
    | it: metropolitana, labirinto \
    | ja: 地下鉄, 迷路
    like = maze, mazes, subway platform, u-bahn, mineshaft \
    | de: u-bahn, labyrinth, stollen \
    | fr: métro, labyrinthe \
    | es: metro, laberinto \
    | pt: metrô, labirinto \
    | it: metropolitana, labirinto \
    | ja: 地下鉄, 迷路
    like = ballroom, bar, pub, church, cathedral, library, classroom, hospital, prison, cell, \
    corridor, hallway, diner, restaurant, theater, theatre, stage, concert hall, bathroom, \
    basement, train station, dance floor, club, circus, museum, coffee shop, cafe, kitchen \
    | de: kirche, bar, bühne, ballsaal, bibliothek, flur, kneipe, café, küche \
    | fr: église, bar, scène, bibliothèque, couloir, cuisine \
    | es: iglesia, bar, escenario, biblioteca, pasillo, cocina \
    | pt: igreja, bar, palco, biblioteca, corredor, cozinha \
    | it: chiesa, bar, palcoscenico, biblioteca, corridoio, cucina \
    | ja: 教会, 舞台, 図書館, 教室, 喫茶店, 台所
    place room + like = churches, nightclub, night club, disco club, garage, warehouse, \
    factory hall, train platform, railway platform, railway station, bus station, subway car, \
    train compartment, concert, gig, live show, boxing ring, gym, locker room, cellar, \
    staircase hall, courtroom, casino floor, arcade, laundromat, supermarket, barn interior, \
    chapel, monastery hall, temple hall, elevator, waiting room, recording studio, \
    rehearsal room, dressing room, backstage, bathtub room, motel room, hangar, greenhouse, \
    bakery, barbershop, saloon, tavern, party, house party, pool party, rave, prom, wedding, \
    funeral, cantina, hospital room, prison cell, opera house, movie theater, cinema hall, \
    auditorium \
    | de: halle, fabrikhalle, lagerhalle, bahnhof, bahnhofshalle, bahnsteig, werkstatt, keller, \
    garage, krankenhaus, gefängnis, klassenzimmer, schule, treppenhaus, disko, disco, konzert, \
    tanzfläche, restaurant, theater, kino, turnhalle, kathedrale, kapelle, fahrstuhl, party, \
    hochzeit, beerdigung, gewächshaus, kaffeehaus, gaststätte, wirtshaus \
    | fr: gare, quai de gare, garage, cave, hôpital, prison, théâtre, cinéma, cathédrale, \
    boîte de nuit, discothèque, concert, restaurant, café, bistrot, salle de bain, \
    salle de classe, mariage, fête, usine \
    | es: estación, andén, garaje, sótano, hospital, cárcel, prisión, teatro, cine, catedral, \
    discoteca, concierto, restaurante, cantina, taberna, fiesta, boda, aula, almacén, cafetería \
    | pt: estação, plataforma, garagem, porão, hospital, prisão, teatro, cinema, catedral, boate, \
    discoteca, concerto, show, restaurante, festa, casamento, sala de aula, armazém, boteco, café \
    | it: stazione, binario, garage, cantina, ospedale, prigione, teatro, cinema, cattedrale, \
    discoteca, concerto, ristorante, osteria, festa, matrimonio, aula, magazzino, caffetteria \
    | ja: 駅, 病院, 劇場, 映画館, クラブ, コンサート
    place room = apartment room, flat, loft, in an empty house, in the house, inside a house, \
    inside the house, in an old house, in a house, in my house, inside my house, in her house, \
    in his house, at home, cabin interior, empty house, inside a cabin, inside the cabin, \
    inside an old house, home office, dining room, nursery room, lounge, in my apartment, \
    in an apartment, in her apartment, in his apartment, in the apartment \
    | de: wohnung, stube, dachkammer, im haus, zuhause, büro, esszimmer, kinderzimmer, \
    badezimmer, hotelzimmer, saal \
    | fr: appartement, chambre d'hôtel, bureau, à la maison, dans la maison \
    | es: apartamento, departamento, piso, casa por dentro, dentro de la casa, oficina \
    | pt: apartamento, dentro de casa, escritório \
    | it: appartamento, in casa, ufficio, soggiorno, camera da letto \
    | ja: アパート, 室内
    like = galaxy, galaxies, black hole, supernova, asteroid, asteroids, spiral nebula, \
    constellation, constellations \
    | de: galaxie, galaxien \
    | fr: galaxie, galaxies \
    | es: galaxia, galaxias \
    | pt: galáxia, galáxias \
    | it: galassia, galassie \
    | ja: 銀河
    thing planet + suggests space = planet earth, blue planet, earth from space, leaving earth, \
    the earth from space, earthrise, planet's edge, 🌍, 🌎, 🌏, 🪐 \
    | de: planet erde, blauer planet \
    | fr: planète terre \
    | es: planeta tierra \
    | pt: planeta terra \
    | it: pianeta terra \
    | ja: 地球
    place space = 🌌 | ja: 宇宙空間
    like = 🪐
    thing moon + moon full + hour? night = 🌕, 🌝, big moon, huge moon, giant moon
    thing moon + moon crescent + hour? night = 🌙, 🌒, 🌘, 🌛, 🌜, crescent of the moon, \
    crescent of moon, crescent moons, old moon \
    | fr: lune croissante, lune décroissante, dernier croissant \
    | es: luna en cuarto \
    | pt: quarto minguante \
    | it: luna calante, spicchio di luna \
    | ja: 三日月
    thing moon + moon crescent + hour? night + measure = crescent | de: mondsichel | fr: croissant
    thing moon + moon half + hour? night = 🌓, 🌗, moon in its first quarter, first quarter moon, \
    last quarter moon \
    | fr: demi lune, quartier de lune \
    | es: cuarto creciente, cuarto menguante \
    | pt: quarto crescente \
    | it: mezza luna, primo quarto
    thing moon + moon full + like + hour? night = gibbous moon, waxing gibbous, waning gibbous, \
    waxing gibbous moon, waning gibbous moon, 🌔, 🌖
    thing moon + moon full + color red + hour? night = blood moon, blood-red moon \
    | de: blutmond \
    | fr: lune de sang, lune rousse \
    | es: luna de sangre, luna roja \
    | pt: lua de sangue \
    | it: luna di sangue, luna rossa
    thing moon + moon full + color orange + hour? night = harvest moon, hunter's moon, \
    hunters moon \
    | de: erntemond
    without moon = 🌑
    thing sun = ☀, 🌞, sun-bleached, sun bleached, sunbaked, sun-baked
    hour? day = sun-bleached, sun bleached, sunbaked, sun-baked
    thing sun + hour dawn = 🌅, rising sun \
    | de: aufgehende sonne \
    | fr: soleil levant \
    | es: sol naciente \
    | pt: sol nascente \
    | it: sole nascente
    thing sun + hour dusk = 🌇, setting sun, sinking sun \
    | de: untergehende sonne \
    | fr: soleil couchant \
    | es: sol poniente \
    | pt: sol poente \
    | it: sole calante
    thing stars + hour? night = ⭐, 🌟, starfield, star field, starry sky, \
    night sky full of stars \
    | de: sternenzelt, sternklar, sternklare \
    | fr: ciel étoilé \
    | es: cielo estrellado \
    | pt: céu estrelado \
    | it: cielo stellato
    thing stars + like + hour? night = shooting star, shooting stars, falling star, \
    falling stars, meteor shower, 🌠, 💫 \
    | de: sternschnuppen, sternschnuppe \
    | fr: étoiles filantes \
    | es: estrellas fugaces, lluvia de estrellas \
    | it: stelle cadenti \
    | pt: estrelas cadentes
    weather rain = 🌧, ☔, 🌦, pouring, pouring rain, drizzling, rainstorm, sprinkle of rain, \
    rain-slicked, rain on the window, rain on windows, sleet \
    | de: nieselregen, platzregen, dauerregen, sommerregen, landregen \
    | fr: crachin, bruine, il pleut \
    | es: aguacero, lloviendo, chubasco \
    | pt: aguaceiro, chovendo, chuvisco \
    | it: acquazzone, pioggerella, diluvio \
    | ja: 霧雨
    weather snow = ❄, 🌨, ☃, ⛄, snowdrifts, flurries, first snow \
    | de: schneetreiben, neuschnee, tiefschnee, winterlich, winterliche \
    | fr: tempête de neige, hivernal \
    | es: ventisca, nevando \
    | pt: nevasca, nevando \
    | it: bufera di neve, tormenta
    weather fog = 🌫, fog bank, ground fog, low fog, mist rising \
    | de: bodennebel, nebelschwaden, dunstig \
    | fr: brumes, voile de brume \
    | es: neblinas, brumas \
    | pt: neblinas, cerração \
    | it: nebbie, brume, bruma
    weather storm = ⛈, 🌩, 🌪, squall, storming \
    | de: gewittersturm, seesturm \
    | fr: orages, bourrasque \
    | es: temporal, tormentas \
    | pt: temporal, tempestades \
    | it: temporali, tempeste
    weather cloudy = ☁, ⛅, cloudscape, thunderclouds, dark clouds, rain clouds, cumulus \
    | de: wolkenmeer, wolkenhimmel \
    | fr: ciel nuageux, couvert \
    | es: cielo nublado, nubarrones \
    | pt: céu nublado \
    | it: cielo nuvoloso, coperto
    suggests sky = cloud, clouds, cloudscape, thunderclouds, cumulus, ☁ \
    | de: wolke, wolken, wolkenmeer \
    | fr: nuage, nuages \
    | es: nube, nubes \
    | pt: nuvem, nuvens \
    | it: nuvola, nuvole \
    | ja: 雲
    thing lightning + weather storm = ⚡
    thing rainbow + hour? day = 🌈
    thing boat + suggests sea = ⛵, 🚤, 🛶, 🚢, ⛴, 🛥, 🚣, kayak, kayaks, dinghy, trawler, \
    schooner, barge, cruise ship, steamboat, steamer, viking ship, pirate ship, ghost ship, \
    paper boat, paper boats, fishing trawler, frigate, longship, catamaran \
    | de: papierboot, kanu, frachter, dampfer, fähre, floß, gondel, segler, kutter \
    | fr: pirogue, paquebot, péniche, radeau, chaloupe, gondole, ferry \
    | es: canoa, balsa, barquito, góndola, buques, transbordador \
    | pt: balsa, jangada, barquinho, canoas, gôndola \
    | it: gondola, canoa, zattera, battello, traghetto, peschereccio, barchetta, velieri
    like = canoe, raft, gondola, ferry, kayak, kayaks, barge, cruise ship, steamboat, steamer, \
    paper boat, paper boats, viking ship, longship \
    | de: floß, gondel, kanu, papierboot, dampfer \
    | fr: péniche, radeau \
    | es: balsa, canoa \
    | pt: jangada, canoa \
    | it: zattera, canoa
    thing house = 🏠, 🏡, 🛖, bungalow, mansion, shack, homestead, farmhouses, treehouse, \
    beach house, lake house, townhouse, ranch, igloo, lighthouse keeper's house, suburban house, \
    suburban houses \
    | de: landhaus, blockhütte, villa, bungalow, ferienhaus, gehöft, \
    almhütte, holzhaus, holzhütte \
    | fr: manoir, cabanon, chaumières, maisonnette, villa \
    | es: casita, mansión, cabañas, choza, caserío, rancho \
    | pt: casinha, mansão, cabanas, chalé, sítio, barraco \
    | it: casolare, villa, baita, casupola, cascina, capanne, villaggi
    like = mansion, treehouse, igloo, ranch | de: villa | es: mansión | pt: mansão
    thing car + suggests road = 🚗, 🚙, 🚘, 🚕, 🏎, 🚐, 🚚, tesla, porsche, ferrari, bmw, \
    mercedes, volkswagen, vw, vw beetle, toyota, honda, chevy, chevrolet, impala, corvette, \
    lamborghini, lambo, jeep, audi, buick, pontiac, camaro, mini cooper, volvo, dodge, plymouth, \
    thunderbird, lincoln, bentley, rolls royce, rolls-royce, aston martin, maserati, delorean, \
    lowrider, hot rod, hotrod, muscle car, police car, station wagon, camper, camper van, \
    campervan, rv, suv, minivan, pickup truck, pick-up, lorry, school bus, convertibles, coupe, \
    sedan, cars parked, parked car, vans, buses, getaway car, vintage car, classic car \
    | de: cabriolet, sportwagen, oldtimer, wohnmobil, lieferwagen, kombi, polizeiauto, pkw, \
    rennwagen, laster, trabi, trabant, bulli \
    | fr: décapotable, bagnole, fourgon, berline, camionnette, deux chevaux, voitures \
    | es: descapotable, camioneta, furgoneta, automóvil, coches, carros, autobús \
    | pt: carros, conversível, caminhonete, furgão, fusca, ônibus, automóveis \
    | it: decappottabile, furgone, furgoncino, automobili, cinquecento, autobus
    like = truck, trucks, bus, buses, lorry, pickup truck, limousine, school bus, camper, \
    camper van, campervan, rv, van, vans, race car, hot rod \
    | de: lastwagen, lkw, bus, wohnmobil, rennwagen \
    | fr: camion, fourgon \
    | es: camión, autobús \
    | pt: caminhão, ônibus \
    | it: camion, autobus
    thing birds + suggests sky = 🐦, 🕊, 🦅, 🦢, 🐧, pigeon, pigeons, starlings, starling, \
    finches, magpie, magpies, albatross, storks, stork, blackbird, blackbirds, nightingale, \
    cormorant, pelicans, birds flying, bats, bat, murmuration \
    | de: spatz, spatzen, schwalbe, storch, störche, kraniche, amsel, zugvögel, vogelschwarm, \
    tauben, möwen, fledermaus, fledermäuse, falke, bussard \
    | fr: pigeon, pigeons, hirondelle, moineau, moineaux, merle, cigogne, colombes, faucon, \
    chauve-souris \
    | es: golondrina, golondrinas, gorrión, gorriones, halcón, cigüeña, murciélago, murciélagos, \
    buitre \
    | pt: andorinha, andorinhas, pardal, pombas, pombos, falcão, morcego \
    | it: rondine, passero, passeri, piccione, piccioni, colombe, falco, cicogna, pipistrello
    like = albatross, bat, bats, 🦢, 🐧 \
    | de: fledermaus, fledermäuse \
    | fr: chauve-souris \
    | es: murciélago, murciélagos \
    | pt: morcego \
    | it: pipistrello
    thing lighthouse + suggests sea = lighthouse keeper \
    | de: leuchtturmwärter \
    | fr: gardien de phare \
    | es: farero \
    | it: guardiano del faro
    person = lighthouse keeper, captain \
    | de: leuchtturmwärter, kapitän \
    | fr: gardien de phare, capitaine \
    | es: farero, capitán \
    | pt: faroleiro, capitão \
    | it: guardiano del faro, capitano
    thing lanterns + hour? night = 🕯, 🏮, 💡, chinese lanterns, oil lamp, oil lamps, tea lights, \
    tealights, candlestick, candlesticks, candelabra, table lamp, bedside lamp, reading lamp, \
    hurricane lamp, christmas lights, street lights, paper lamps, floating lanterns \
    | de: teelicht, teelichter, lichterkette, lichterketten, öllampe, petroleumlampe, \
    straßenlampe, glühbirne, glühbirnen, windlicht \
    | fr: chandelle, chandelles, guirlande lumineuse, ampoule, lampadaires, lueur des bougies \
    | es: candelabro, bombilla, bombillas, faroles de papel, luz de velas \
    | pt: luminária, poste, postes, castiçal, luz de velas, lâmpadas \
    | it: lampadina, lampadine, candelabro, luce di candela, lume di candela, lanterne di carta
    thing balloon + suggests sky = 🎈, balloonist, party balloons, air balloon, luftballons \
    | de: luftballon, luftballons, heißluftballons, luftschiffe, zeppelin \
    | fr: dirigeable, zeppelin \
    | es: globos, dirigible, zepelín \
    | pt: balões, dirigível, zepelim \
    | it: dirigibile, palloncini
    like = airship, zeppelin, blimp, balloon dog \
    | de: luftschiff, zeppelin, luftschiffe \
    | fr: dirigeable \
    | es: dirigible \
    | pt: dirigível \
    | it: dirigibile
    thing whale + suggests sea = 🐋, 🐳, blue whale, sperm whale, humpback whale, humpbacks, \
    orcas, moby dick \
    | de: buckelwal, pottwal, blauwal \
    | fr: orque, cachalot \
    | es: orca, cachalote \
    | pt: orca, baleia azul \
    | it: orca, capodoglio
    thing volcano + place mountains = 🌋
    thing fireflies + hour? night = lightning bugs, lightning bug | it: lucciole
    thing figure = 🚶, 🏃, 💃, 🕺, 👤, 👥, 👩, 👨, 👧, 👦, 🧑, 👫, 👬, 👭, 🧍
    pose walking = 🚶
    pose running = 🏃
    pose dancing = 💃, 🕺
    """
}
