// Nouns that the painter knows and has no drawing for: what kind of thing each is, and the place
// where it is most at home, which is shown in its stead.
extension Vocabulary {
  /// `noun CATEGORY HOME`.
  static let nouns = """
    noun object room = chimney, fire escape, fire engine, palm of my hand, palms of her hands, bandage, carpet, rug, pillow, blanket, shelf, \
    drawer, box, basket, bucket, spoon, fork, plate, pan, kettle, teapot, jar, needle, thread, ribbon, balloon dog, bell, bells, harp, flute, \
    accordion, banjo, ukulele, bass, bass guitar, drumstick, drumsticks, synthesizer, keyboard, amplifier, amp, amps, cable, speaker, speakers, jukebox, \
    gramophone, metronome, sheet music, pen, pencil case, paintbrush, easel, canvas, portrait, poster wall, light bulb moment, matches, lighter, pipe, cigar, \
    rocking chair, armchair, bench seat, desk, bookshelf, bathtub, sink, stove, oven, fridge, scissors, hammer, axe, saw blade, anchor chain, wheelchair, crutch, \
    ticket, tickets, passport, badge, medal, helmet, armor, armour, shield, arrow, bow and arrow, spear, cannon, bomb, bullet, bullets, trigger, \
    handcuffs, wallet, purse, handbag, backpack, glove, gloves, scarf, shirt, jeans, sunglasses, glasses, earring, pearl, pearls, tattoo, lipstick, \
    shoulder, shoulders, arm, arms, leg, legs, foot, feet, finger, fingers, skin, heartbeat, smile, brain, tongue, teeth, egg, eggs, milk, honey jar, lemon, \
    cherry, cherries, strawberry, strawberries, grapes, orange slice, banana, pumpkin, pumpkins, ice cream, candy cane, popcorn, cocktail, champagne, bottle of wine
    noun animal room = cat, cats, kitten, kittens, dog, dogs, puppy, puppies, mouse, mice, hamster, \
    parrot, goldfish, pet, pets, canary, spider \
    | de: katze, katzen, hund, hunde, kater, maus, spinne | fr: chat, chats, chien, chiens, souris \
    | es: gato, gatos, perro, perros, ratón | pt: gato, gatos, cão, cães, cachorro, cachorros \
    | it: gatto, gatti, cane, cani, topo | ja: 猫, 犬, 子猫, 子犬, ネコ, イヌ
    noun animal sky = horse, horses, mare, stallion, foal, pony, ponies, cow, cows, sheep, lamb, lambs, \
    goat, goats, pig, pigs, rabbit, rabbits, hare, butterfly, butterflies, bee, bees, donkey, bull, \
    unicorn, moth, moths, dragonfly, dragonflies, pegasus, chicken, rooster, cattle \
    | de: pferd, pferde, kuh, kühe, schaf, schafe, schmetterling, schmetterlinge, hase, ziege, biene \
    | fr: cheval, chevaux, vache, vaches, mouton, moutons, papillon, papillons, lapin \
    | es: caballo, caballos, vaca, vacas, oveja, ovejas, mariposa, mariposas, conejo, toro \
    | pt: cavalo, cavalos, vaca, vacas, ovelha, borboleta, borboletas, coelho \
    | it: cavallo, cavalli, mucca, mucche, pecora, farfalla, farfalle, coniglio \
    | ja: 馬, 牛, 羊, 蝶, 蝶々, 兎
    noun animal forest = wolf, wolves, fox, foxes, deer, stag, bear, bears, owl, owls, squirrel, monkey, \
    monkeys, tiger, tigers, panther, snake, snakes, frog, gorilla, boar, moose, elk, insect, insects \
    | de: wolf, wölfe, fuchs, füchse, hirsch, hirsche, reh, bär, bären, eule, tiger, schlange \
    | fr: loup, loups, renard, cerf, cerfs, ours, hibou, tigre, serpent \
    | es: lobo, lobos, zorro, ciervo, oso, búho, tigre, serpiente | pt: lobo, lobos, raposa, cervo, \
    veado, urso, coruja, tigre, cobra | it: lupo, lupi, volpe, cervo, orso, gufo, tigre, serpente \
    | ja: 狼, 狐, 鹿, 熊, 梟, 虎, 蛇
    noun animal desert = lion, lions, camel, camels, elephant, elephants, giraffe, zebra, lizard, \
    scorpion, coyote, vulture, rhino, leopard, cheetah | de: löwe, löwen, kamel, elefant, elefanten \
    | fr: lion, lions, chameau, éléphant | es: león, leones, camello, elefante | pt: leão, leões, \
    camelo, elefante | it: leone, leoni, cammello, elefante | ja: ライオン, ラクダ, 象
    noun animal mountains = dragon, dragons, phoenix, griffin, yak, monster, monsters, beast, giant \
    | de: drache, drachen | fr: dragon, dragons | es: dragón, dragones | pt: dragão, dragões \
    | it: drago, draghi | ja: 龍, 竜, ドラゴン
    noun animal underwater = shark, sharks, dolphin, dolphins, octopus, jellyfish, turtle, turtles, \
    seahorse, squid, crab, lobster, seal, kraken | de: hai, delfin, delfine, qualle, schildkröte \
    | fr: requin, dauphin, dauphins, tortue | es: tiburón, delfín, delfines, tortuga, medusa \
    | pt: tubarão, golfinho, golfinhos, tartaruga | it: squalo, delfino, delfini, tartaruga \
    | ja: 鮫, イルカ, クラゲ, 亀
    noun vehicle road = motorcycle, motorcycles, motorbike, bicycle, bicycles, bike, bikes, train, \
    trains, tram, trams, locomotive, scooter, skateboard, ambulance, tank, tractor, carriage, wagon, \
    vespa, rollercoaster, steam train, night train \
    | de: motorrad, fahrrad, fahrräder, zug, züge, eisenbahn, straßenbahn, roller, kutsche, traktor \
    | fr: moto, vélo, vélos, train, trains, tramway, charrette | es: moto, motocicleta, bicicleta, \
    bicicletas, tren, trenes, tranvía | pt: moto, motocicleta, bicicleta, bicicletas, trem, trens, \
    comboio, bonde | it: moto, motocicletta, bicicletta, biciclette, treno, treni, tram \
    | ja: 自転車, 電車, 列車, 汽車, バイク
    noun vehicle sky = airplane, airplanes, aeroplane, plane, planes, jet, helicopter, kite, kites, \
    glider, parachute, drone | de: flugzeug, flugzeuge, drachenflieger, hubschrauber | fr: avion, \
    avions, cerf-volant | es: avión, aviones, cometa | pt: avião, aviões, pipa | it: aereo, aerei, \
    aquilone | ja: 飛行機, 凧
    noun vehicle space = rocket, rockets, spaceship, spaceships, starship, satellite, ufo, \
    space station, comet, comets, meteor, meteors, asteroid, asteroids, shooting star \
    | de: rakete, raumschiff, komet, sternschnuppe | fr: fusée, vaisseau spatial, comète, étoile filante \
    | es: cohete, nave espacial, cometa, estrella fugaz | pt: foguete, nave espacial, estrela cadente \
    | it: razzo, astronave, cometa, stella cadente | ja: ロケット, 宇宙船, 流れ星, 彗星
    noun vehicle underwater = submarine, submarines, shipwreck, wreck | de: u-boot, wrack \
    | fr: sous-marin, épave | es: submarino, naufragio | pt: submarino, naufrágio | it: sottomarino, relitto
    noun building city = tower, towers, skyscraper, bridge, bridges, hotel, factory, factories, \
    station, stadium, temple, mall, prison tower, observatory, fountain, gate, arch, monument, \
    telephone box, phone booth, billboard, ferris wheel, carousel, casino, \
    cinema, shop, shops, market, school, airport, gas station, crane, eiffel tower, big ben \
    | de: turm, türme, brücke, brücken, fabrik, bahnhof, tempel, karussell, riesenrad, schule, markt \
    | fr: tour, pont, ponts, usine, gare, temple, manège, école, marché | es: torre, puente, fábrica, \
    estación, templo, escuela, mercado | pt: torre, ponte, fábrica, estação, templo, escola, mercado \
    | it: torre, ponte, fabbrica, stazione, tempio, scuola, mercato | ja: 塔, 橋, 工場, 駅, 寺, 神社, 学校, 観覧車
    noun building mountains = castle, castles, fortress, palace, monastery, ruins, ruin, windmill, \
    windmills, watchtower, waterfall, waterfalls, stone circle, graveyard, cemetery, grave, graves, \
    tomb, tombstone, observatory dome, chapel \
    | de: burg, schloss, burgen, ruine, ruinen, mühle, windmühle, wasserfall, friedhof, grab, kapelle \
    | fr: château, châteaux, ruines, moulin, cascade, cimetière, tombe | es: castillo, castillos, \
    ruinas, molino, cascada, cementerio, tumba | pt: castelo, castelos, ruínas, moinho, cachoeira, \
    cemitério | it: castello, castelli, rovine, mulino, cascata, cimitero, tomba | ja: 城, 廃墟, 滝, 墓地, 墓, 風車
    noun plant sky = flower, flowers, rose, roses, sunflower, sunflowers, tulip, tulips, poppy, \
    poppies, lavender field, daisy, daisies, wheat, grass, corn, lily, lilies, violet flowers, bouquet, \
    blossom, blossoms, petals, petal, dandelion, dandelions, lotus, clover, orchid, orchids, vine \
    | de: blume, blumen, rose, rosen, sonnenblume, sonnenblumen, gras, weizen, mohn, tulpe, tulpen, \
    blüte, blüten | fr: fleur, fleurs, rose, roses, tournesol, tournesols, herbe, blé, coquelicots \
    | es: flor, flores, rosa, rosas, girasol, girasoles, hierba, trigo, amapolas \
    | pt: flor, flores, rosa, rosas, girassol, girassóis, grama, trigo | it: fiore, fiori, rosa, rose, \
    girasole, girasoli, erba, grano, papaveri | ja: 花, 花々, 薔薇, バラ, 向日葵, ひまわり, 草
    noun plant forest = mushroom, mushrooms, ivy, thorns, ferns, berries, mistletoe | de: pilz, pilze, \
    dornen, farn | fr: champignon, champignons | es: seta, setas, hongo | pt: cogumelo | it: fungo, funghi \
    | ja: 茸, きのこ
    noun object room = piano, pianos, guitar, guitars, violin, violins, cello, drum, drums, drum kit, \
    trumpet, saxophone, microphone, record player, turntable, vinyl, record, records, radio, radios, \
    clock, clocks, watch, pocket watch, hourglass, book, books, letter, letters, envelope, bottle, bottles, glass, wine, \
    wine glass, whiskey, beer, coffee, coffee cup, cup, tea, mirror, mirrors, bed, chair, chairs, table, \
    sofa, telephone, phone, television, tv, computer, laptop, screen, camera, photograph, photographs, \
    picture frame, suitcase, suitcases, key, keys, door, doors, stairs, staircase, knife, crown, ring, \
    wedding ring, necklace, dress, hat, shoes, boots, coat, jacket, umbrella, umbrellas, doll, \
    teddy bear, toy, toys, music box, typewriter, chandelier, vase, heart, hearts, broken heart, skull, skulls, \
    skeleton, bones, mask, masks, gun, sword, swords, hand, hands, face, faces, eye, eyes, lips, hair, \
    wing, wings, feather, feathers, chess, chessboard, cards, dice, cigarette, cigarettes, money, coin, coins, gold coins, \
    diamond, diamonds, jewel, jewels, rope, chain, chains, cage, spectrum bars, headphones, cassette, \
    food, pizza, cake, apple, apples, orange juice, bread, fruit, christmas tree, disco ball, cradle, \
    tear, tears, blood, kiss, umbrella stand, puppet, marionette, trophy, newspaper, map, compass \
    | de: klavier, gitarre, gitarren, geige, trommel, trompete, mikrofon, uhr, uhren, buch, bücher, \
    brief, briefe, flasche, glas, wein, kaffee, spiegel, bett, stuhl, tisch, telefon, koffer, schlüssel, \
    tür, treppe, messer, krone, ring, kleid, hut, schuhe, regenschirm, regenschirme, puppe, herz, herzen, \
    schädel, maske, schwert, hand, hände, gesicht, auge, augen, flügel, feder, spielzeug, kuss, tränen \
    | fr: piano, guitare, guitares, violon, tambour, trompette, micro, horloge, montre, livre, livres, \
    lettre, lettres, bouteille, verre, vin, café, miroir, lit, chaise, table, téléphone, valise, clé, \
    porte, escalier, couteau, couronne, bague, robe, chapeau, chaussures, parapluie, poupée, cœur, \
    crâne, masque, épée, main, mains, visage, œil, yeux, aile, ailes, plume, baiser, larmes \
    | es: piano, guitarra, guitarras, violín, tambor, trompeta, micrófono, reloj, libro, libros, carta, \
    cartas, botella, vaso, vino, café, espejo, cama, silla, mesa, teléfono, maleta, llave, puerta, \
    escalera, cuchillo, corona, anillo, vestido, sombrero, zapatos, paraguas, muñeca, corazón, \
    calavera, máscara, espada, mano, manos, cara, ojo, ojos, ala, alas, pluma, beso, lágrimas \
    | pt: piano, violão, guitarra, violino, tambor, trompete, microfone, relógio, livro, livros, carta, \
    cartas, garrafa, copo, vinho, café, espelho, cama, cadeira, mesa, telefone, mala, chave, porta, \
    escada, faca, coroa, anel, vestido, chapéu, sapatos, guarda-chuva, boneca, coração, caveira, \
    máscara, espada, mão, mãos, rosto, olho, olhos, asa, asas, beijo, lágrimas \
    | it: pianoforte, piano, chitarra, violino, tamburo, tromba, microfono, orologio, libro, libri, \
    lettera, lettere, bottiglia, bicchiere, vino, caffè, specchio, letto, sedia, tavolo, telefono, \
    valigia, chiave, porta, scala, coltello, corona, anello, vestito, cappello, scarpe, ombrello, \
    bambola, cuore, teschio, maschera, spada, mano, mani, viso, volto, occhio, occhi, ala, ali, bacio, \
    lacrime | ja: ピアノ, ギター, バイオリン, 太鼓, 時計, 本, 手紙, 瓶, 鏡, 椅子, 電話, 鍵, 傘, 人形, 心, 心臓, 仮面, \
    剣, 刀, 手, 顔, 目, 瞳, 翼, 羽, 指輪, 帽子, 靴, コーヒー, 涙
    noun object sky = angel wings, kites flying, flag, flags, tent, scarecrow, fence, swing, bench, \
    fireworks, firework, confetti, laundry, statue garden, ladder | de: feuerwerk, fahne, zaun, bank, zelt, \
    schaukel | fr: feu d'artifice, feux d'artifice, drapeau, clôture, banc | es: fuegos artificiales, \
    bandera, banco | pt: fogos de artifício, bandeira, banco | it: fuochi d'artificio, bandiera, panchina \
    | ja: 花火, 旗
    noun object space = telescope, black hole, observatory telescope, laser, lasers, spacesuit \
    | de: fernrohr, teleskop | fr: télescope | es: telescopio | it: telescopio | pt: telescópio | ja: 望遠鏡
    noun room room = stage lights, spotlight, spotlights, chandeliers
    people group = people, person, humans, human, crowd, crowds, mensch, leute \
    | de: menschen, leute, personen | fr: gens, personnes | es: gente, personas | pt: pessoas, gente \
    | it: persone, gente | ja: 人, 人々
    animals group = animal, animals, creature, creatures | de: tier, tiere | fr: animal, animaux \
    | es: animal, animales | pt: animal, animais | it: animale, animali | ja: 動物
    vehicles group = vehicle, vehicles, traffic | de: fahrzeug, fahrzeuge, verkehr | fr: véhicule, véhicules
    buildings group = building, buildings, architecture | de: gebäude, häuser | fr: bâtiment, bâtiments \
    | es: edificio, edificios | pt: prédio, prédios, edifício, edifícios | it: edificio, edifici | ja: 建物
    plants group = plant, plants, vegetation | de: pflanze, pflanzen | fr: plante, plantes
    objects group = thing, things, object, objects | de: ding, dinge | fr: chose, choses
    action = fly, howling, howl, barking, leaning, whispering, screaming, shouting, dreaming of, meditating, stretching out, diving in, digging, planting, \
    throwing, catching, bowing, clapping, drumming, strumming, hitchhiking, wandering, wander, running,  run, runs, dancing, dance, dances, waltzing, walking, walks, walk, swimming, swim, \
    flying, flies, jumping, jump, climbing, fighting, fight, kissing, hugging, singing, sings, sing, \
    playing, plays, sleeping, crying, laughing, smiling, riding, rides, galloping, falling, drowning, \
    reading, writing, cooking, eating, drinking, smoking, praying, waving, looking up, sitting, sits, \
    kneeling, embracing, holding hands, erupting, exploding, floating, drifting, spinning, skating, surfing, racing, \
    racing through, sailing away, hunting, marching, performing, rowing, chasing, swinging \
    | de: tanzen, tanzt, tanzend, tanzende, läuft, laufen, rennt, rennen, rennend, reitet, reiten, \
    schwimmt, fliegt, singt, spielt, spielen, spielend, küssen, schläft, weint, sitzt, springt, geht \
    | fr: danse, dansent, dansant, court, courant, marche, marchant, vole, chante, joue, jouant, \
    embrasse, dort, pleure, assis, assise, saute | es: bailando, baila, bailan, corriendo, corre, \
    caminando, camina, volando, vuela, cantando, canta, tocando, jugando, besando, durmiendo, llorando \
    | pt: dançando, dança, dançam, correndo, corre, caminhando, caminha, voando, cantando, canta, \
    tocando, brincando, beijando, dormindo, chorando | it: ballando, balla, ballano, correndo, corre, \
    camminando, cammina, volando, vola, cantando, canta, suonando, giocando, dormendo, piangendo \
    | ja: 踊っている, 走っている, 泳いでいる, 歩いている, 飛んでいる, 歌っている, 座っている, 踊る, 走る, 泳ぐ, 飛ぶ, 歌う, 歩く, 眠る, 泣く, 笑う, 座る
    """
}
