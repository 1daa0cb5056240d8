// Things that the painter has a drawing for, and what goes with them.
extension Vocabulary {
  /// Things that can be drawn.
  ///
  /// `+` joins several meanings of one word.
  static let things = """
    thing moon + hour? night = moon, moonrise, lunar, moons, blood moon, harvest moon, moonbeam, \
    moonbeams, moonlight, moonshine \
    | de: mond, monde, mondlicht, mondschein | fr: lune, lunes, clair de lune \
    | es: luna, lunas, luz de luna | pt: lua, luas, luar | it: luna, lune, chiaro di luna \
    | ja: 月, 月光, 月明かり, お月様
    thing moon + moon full + hour? night = full moon, round moon, super moon, supermoon, moon is full, \
    moon was full \
    | de: vollmond, voller mond, runder mond | fr: pleine lune, lune pleine | es: luna llena \
    | pt: lua cheia | it: luna piena, plenilunio | ja: 満月
    thing moon + moon crescent + hour? night = crescent moon, crescent, sickle moon, sickle of the moon, \
    waning moon, waxing moon, sliver of moon, sliver of a moon, thin moon, moon sickle \
    | de: mondsichel, sichelmond | fr: croissant de lune, lune croissante, croissant \
    | es: luna creciente, media luna, luna menguante | pt: lua crescente, meia-lua, lua minguante \
    | it: luna crescente, mezzaluna, falce di luna | ja: 三日月
    thing moon + moon half + hour? night = half moon, half-moon, quarter moon | de: halbmond \
    | fr: demi-lune | ja: 半月
    without moon = moonless, new moon | de: mondlos, mondlose, neumond | fr: nouvelle lune \
    | es: luna nueva | pt: lua nova | it: luna nuova | ja: 新月
    without stars = starless | de: sternlos
    without trees = treeless
    without figure = deserted, nobody, no one, uninhabited, unpeopled | de: menschenleer, menschenleere
    thing sun = sun, suns, sunshine, sunlight, solar, sunbeam, sunbeams, low sun, sun rays, sun ray, \
    midnight sun \
    | de: sonne, sonnen, sonnenlicht, sonnenschein, sonnenstrahlen | fr: soleil, soleils \
    | es: sol, soles, luz del sol | pt: sol, sóis, luz do sol | it: sole, luce del sole \
    | ja: 太陽, 日差し, 日光
    thing sun + sun black = eclipse, solar eclipse, black sun, eclipsed sun, total eclipse \
    | de: sonnenfinsternis, schwarze sonne, finsternis | fr: éclipse, soleil noir \
    | es: eclipse, sol negro | pt: eclipse, sol negro | it: eclissi, sole nero | ja: 日食, 黒い太陽
    thing stars + hour? night = star, stars, starlight, starry, shooting stars, star-filled \
    | de: stern, sterne, sternen, sternenhimmel, sternenlicht | fr: étoile, étoiles, étoilé, étoilée \
    | es: estrella, estrellas, estrellado, estrellada | pt: estrela, estrelas, estrelado, estrelada \
    | it: stella, stelle, stellato, stellata | ja: 星, 星々
    thing birds + suggests sky = bird, birds, gull, gulls, seagull, seagulls, crow, crows, raven, \
    ravens, swallow, swallows, geese, dove, doves, eagle, eagles, flock of birds, \
    sparrow, sparrows, hawk, falcon, heron, cranes, flock \
    | de: vogel, vögel, möwe, möwen, krähe, krähen, adler, schwalben, rabe, raben, taube, tauben \
    | fr: oiseau, oiseaux, mouette, mouettes, corbeau, corbeaux, aigle, hirondelles, colombe \
    | es: pájaro, pájaros, ave, aves, gaviota, gaviotas, cuervo, cuervos, águila, paloma, palomas \
    | pt: pássaro, pássaros, ave, aves, gaivota, gaivotas, corvo, corvos, águia, pomba \
    | it: uccello, uccelli, gabbiano, gabbiani, corvo, corvi, aquila, rondini, colomba \
    | ja: 鳥, 小鳥, カモメ, 鴎, 烏, カラス, 鷲, 白鳥, 鶴
    thing boat + suggests sea = boat, boats, ship, ships, sailboat, sailboats, sailing boat, sailing \
    ship, yacht, yachts, canoe, raft, fishing boat, fishing boats, rowing boat, rowboat, ferry, \
    gondola, galleon, vessel  \
    | de: boot, boote, schiff, schiffe, segelboot, segelboote, segelschiff, ruderboot, fischerboot, \
    fischerboote, kahn, yacht | fr: bateau, bateaux, navire, navires, voilier, voiliers, barque \
    | es: barco, barcos, velero, veleros, bote, barca, buque, navío \
    | pt: barco, barcos, navio, navios, veleiro, canoa, bote | it: barca, barche, nave, navi, veliero \
    | ja: 船, 舟, 帆船, ヨット, 小舟, ボート
    thing lighthouse + suggests sea = lighthouse, lighthouses, beacon \
    | de: leuchtturm, leuchttürme | fr: phare, phares | es: faro, faros | pt: farol, faróis \
    | it: faro, fari | ja: 灯台
    thing lanterns + hour? night = lantern, lanterns, paper lantern, paper lanterns, lampion, \
    candle, candles, lamp, lamps, candlelight, candle light, sky lanterns, fairy lights, \
    string lights, streetlight, streetlights, street lamp, street lamps, streetlamp, streetlamps, \
    street light, street lights, lamp post, lamppost, gaslight, light bulb, light bulbs, bulb, bulbs, torchlight \
    | de: laterne, laternen, lampion, lampions, kerze, kerzen, lampe, lampen, straßenlaterne, \
    straßenlaternen, kerzenlicht, kerzenschein \
    | fr: lanterne, lanternes, lampion, lampions, bougie, bougies, lampe, lampes, réverbère, \
    réverbères, lampadaire | es: farol, faroles, linterna, linternas, vela, velas, lámpara, lámparas, \
    farola, farolas | pt: lanterna, lanternas, vela, velas, lâmpada, poste de luz \
    | it: lanterna, lanterne, candela, candele, lampada, lampade, lampione, lampioni \
    | ja: 提灯, 灯籠, ランタン, ろうそく, 蝋燭, ランプ, 街灯, 灯り
    thing figure = figure, figures, silhouette, silhouettes, hooded figure, shadow figure \
    | de: gestalt, silhouette | fr: silhouette, personnage | es: figura, silueta | pt: figura, silhueta \
    | it: figura, sagoma | ja: 人影
    person = rock star, rock stars, pop star, movie star, film star, superstar, army, choir, man, men, woman, women, girl, girls, boy, boys, person, persons, people, someone, \
    somebody, child, children, kid, kids, stranger, strangers, dancer, dancers, lover, lovers, walker, \
    wanderer, traveller, traveler, king, queen, prince, princess, warrior, soldier, soldiers, mother, \
    father, parents, brother, sister, son, daughter, couple, friend, friends, crowd, family, bride, \
    groom, old man, old woman, cowboy, cowboys, astronaut, astronauts, monk, pilgrim, hiker, sailor, \
    fisherman, knight, knights, samurai, ninja, witch, wizard, ghost, ghosts, angel, angels, singer, \
    drummer, guitarist, pianist, musician, musicians, band, driver, skateboarder, surfer, skater, \
    priest, nun, farmer, worker, workers, baby, teenager, teenagers, twins, ballerina, lady, \
    gentleman, hero, robot, robots, diver, divers, pirate, pirates, clown, thief, detective, \
    businessman, businesswoman, elf, fairy, mermaid, vampire, zombie, statue \
    | de: mann, männer, frau, frauen, mädchen, junge, jungen, kind, kinder, mensch, menschen, paar, \
    liebespaar, liebende, könig, königin, soldat, soldaten, mutter, vater, bruder, schwester, freund, \
    freunde, freundin, wanderer, reisender, ritter, engel, tänzer, tänzerin, sänger, sängerin, \
    fremder, fischer, hexe, person, leute, menschenmenge, familie, großmutter, großvater, astronaut \
    | fr: homme, hommes, femme, femmes, fille, filles, garçon, garçons, enfant, enfants, personne, \
    personnes, gens, couple, amants, amoureux, roi, reine, soldat, soldats, mère, père, frère, sœur, \
    ami, amis, voyageur, chevalier, ange, anges, danseuse, danseur, chanteur, chanteuse, foule, \
    pêcheur, sorcière, famille, astronaute \
    | es: hombre, hombres, mujer, mujeres, niña, niñas, niño, niños, chica, chico, persona, personas, \
    gente, pareja, amantes, rey, reina, soldado, soldados, madre, padre, hermano, hermana, amigo, \
    amigos, viajero, caballero, ángel, bailarina, bailarín, cantante, multitud, pescador, bruja, \
    familia, astronauta \
    | pt: homem, homens, mulher, mulheres, menina, meninas, menino, meninos, criança, crianças, \
    pessoa, pessoas, gente, casal, amantes, rei, rainha, soldado, soldados, mãe, pai, irmão, irmã, \
    amigo, amigos, viajante, cavaleiro, anjo, bailarina, cantor, cantora, multidão, pescador, bruxa, \
    família, astronauta \
    | it: uomo, uomini, donna, donne, ragazza, ragazze, ragazzo, ragazzi, bambino, bambini, bambina, \
    persona, persone, gente, coppia, amanti, innamorati, re, regina, soldato, soldati, madre, padre, \
    fratello, sorella, amico, amici, viaggiatore, cavaliere, angelo, ballerina, cantante, folla, \
    pescatore, strega, famiglia, astronauta \
    | ja: 人, 男, 女, 男性, 女性, 少女, 少年, 子供, 子供たち, 子ども, 恋人, 恋人たち, 旅人, 王, 女王, 兵士, 母, 父, \
    友達, 侍, 天使, 歌手, 踊り子, 人々, 家族, 宇宙飛行士, 彼女, 彼
    many 2 = couple, twins, lovers | de: paar, liebespaar, liebende, zwillinge | fr: couple, amants, amoureux \
    | es: pareja, amantes | pt: casal, amantes | it: coppia, amanti, innamorati | ja: 恋人たち
    many 3 = men, women, children, kids, people, friends, soldiers, dancers, band, musicians, family, parents \
    | de: männer, frauen, kinder, jungen, menschen, leute, freunde, soldaten, ritter, familie, bäume, häuser, hütten, boote, \
    schiffe, autos, ballons, heißluftballons, palmen, segelboote, wale, planeten | fr: gens, famille, bateaux | es: gente, familia | pt: gente, família \
    | it: uomini, donne, ragazze, ragazzi, bambini, persone, gente, amici, soldati, famiglia, alberi, palme, case, barche, navi, \
    macchine, mongolfiere, balene, pianeti | ja: 人々, 子供たち, 木々, 家々, 家族
    many 3 = village, villages, farm | de: dorf, dörfer | es: pueblo, aldea | pt: aldeia, vila | it: villaggio, paese | ja: 村
    many 7 = crowd, crowds, army, choir | de: menschenmenge, menge | fr: foule | es: multitud | pt: multidão | it: folla
    thing house = house, houses, home, cabin, cabins, cottage, cottages, village, villages, hut, huts, \
    farm, farmhouse, barn, barns, shed, villa, chalet, farmstead, log cabin \
    | de: haus, häuser, hütte, hütten, dorf, dörfer, scheune, bauernhof, heim, häuschen \
    | fr: maison, maisons, cabane, village, ferme, chalet, chaumière | es: casa, casas, cabaña, \
    pueblo, aldea, granja | pt: casa, casas, cabana, aldeia, vila, fazenda \
    | it: casa, case, capanna, villaggio, paese, fattoria, casetta | ja: 家, 家々, 小屋, 村, 民家
    thing car + suggests road = car, cars, automobile, convertible, truck, trucks, taxi, taxis, van, \
    pickup, limousine, cab, cadillac, mustang, old car, sports car, race car, bus, cars driving \
    | de: auto, autos, wagen, lastwagen, taxi, cabrio, bus, lkw | fr: voiture, voitures, camion, taxi, auto \
    | es: coche, coches, carro, auto, camión, taxi | pt: carro, carros, caminhão, táxi, automóvel \
    | it: auto, macchina, macchine, automobile, camion, taxi | ja: 車, 自動車, タクシー, トラック, バス
    thing tree = tree, trees, oak, oaks, willow, willows, palm tree, palm trees, palm, palms, \
    birch tree, pine tree, pine trees, apple tree, cherry tree, cherry trees, cherry blossom, \
    cherry blossoms, lone tree \
    | de: baum, bäume, bäumen, eiche, eichen, weide, palme, palmen, kirschbaum, kirschblüten, tanne \
    | fr: arbre, arbres, chêne, saule, palmier, palmiers, cerisier, cerisiers \
    | es: árbol, árboles, roble, sauce, palmera, palmeras, cerezo | pt: árvore, árvores, carvalho, \
    palmeira, palmeiras, cerejeira | it: albero, alberi, quercia, salice, palma, palme, ciliegio \
    | ja: 木, 樹, 樹木, 木々, 桜, 松, 柳, ヤシの木
    thing balloon + suggests sky = balloon, balloons, hot air balloon, hot air balloons, airship, \
    zeppelin, blimp \
    | de: ballon, ballons, heißluftballon, luftschiff | fr: ballon, ballons, montgolfière, montgolfières \
    | es: globo, globos, globo aerostático | pt: balão, balões | it: mongolfiera, mongolfiere, \
    palloncino, palloncini | ja: 気球, 風船
    thing fireflies + hour? night = firefly, fireflies, glowworm, glowworms, glow-worms, pixie dust, \
    fireflys | de: glühwürmchen | fr: luciole, lucioles | es: luciérnaga, luciérnagas \
    | pt: vaga-lume, vaga-lumes, vagalumes, pirilampos | it: lucciola, lucciole | ja: 蛍, ホタル
    thing aurora + hour night = aurora, northern lights, aurora borealis, polar lights, southern lights, \
    borealis | de: nordlicht, nordlichter, polarlicht, polarlichter | fr: aurore boréale, \
    aurores boréales | es: aurora boreal | pt: aurora boreal | it: aurora boreale | ja: オーロラ
    thing whale + suggests sea = whale, whales, leviathan, orca, orcas, humpback \
    | de: wal, wale | fr: baleine, baleines | es: ballena, ballenas | pt: baleia, baleias \
    | it: balena, balene | ja: 鯨, クジラ
    thing planet + suggests space = planet, planets, jupiter, mars, venus, neptune, exoplanet, \
    alien planet, alien world \
    | de: planet, planeten | fr: planète, planètes | es: planeta, planetas | pt: planeta, planetas \
    | it: pianeta, pianeti | ja: 惑星, 木星, 火星
    thing planet + ringed + suggests space = saturn, ringed planet, saturn's rings, saturns rings, \
    rings of saturn, planet with rings, planetary rings \
    | de: saturn, saturnringe, ringe des saturn | fr: saturne, anneaux de saturne \
    | es: saturno, anillos de saturno | pt: saturno, anéis de saturno | it: saturno, anelli di saturno \
    | ja: 土星
    thing waves + place sea = huge waves, big waves, giant waves, high waves, giant wave, huge wave, \
    big wave, tidal wave, tidal waves, tsunami, towering waves, monster wave, monster waves, \
    crashing waves, rough sea, rough seas, raging sea, great wave, towering wave, wild waves, \
    high seas, breaking waves, enormous waves \
    | de: riesige wellen, hohe wellen, große wellen, tosendes meer, tosende wellen, riesenwelle \
    | fr: vagues géantes, grosses vagues, énormes vagues, hautes vagues \
    | es: olas gigantes, grandes olas, olas enormes | pt: ondas gigantes, grandes ondas, ondas enormes \
    | it: onde giganti, grandi onde, onde enormi, onde alte | ja: 大波, 高波, 荒波, 津波
    thing lightning + weather storm = lightning, lightnings, lightning bolt, lightning storm, \
    thunderbolt, lightning bolts, lightning strike, lightning strikes, bolt of lightning \
    | de: blitz, blitze, blitzen | fr: éclair, éclairs, foudre | es: relámpago, relámpagos, rayo, rayos \
    | pt: relâmpago, relâmpagos, raio, raios | it: fulmine, fulmini, lampo, lampi | ja: 稲妻, 稲光, 落雷
    thing rainbow + hour? day = rainbow, rainbows | de: regenbogen | fr: arc-en-ciel \
    | es: arcoíris, arco iris | pt: arco-íris | it: arcobaleno | ja: 虹
    thing volcano + place mountains = volcano, volcanoes, erupting volcano, volcano erupting, \
    volcanic eruption, volcanic \
    | de: vulkan, vulkane, vulkanausbruch | fr: volcan, volcans | es: volcán, volcanes \
    | pt: vulcão, vulcões | it: vulcano, vulcani | ja: 火山, 噴火
    """

  /// What the sky and the frame may be told to leave out though no picture names them.
  static let removables = """
    removable lights = light, lights, windows, city lights
    removable clouds = cloud, clouds, cloudy
    removable snowcaps = snow
    removable fish = fish, fishes
    """
}
