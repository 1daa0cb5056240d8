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
    noun object room = dress, dresses, wedding dress, ball gown, gown, red dress, wedding ring, \
    wedding rings, engagement ring, rings, paper, papers, paper plane, paper planes, \
    paper airplane, paper airplanes, origami cranes, mirror ball, mirrorball, glitter ball, \
    strobe, strobe light, strobe lights, stage light, stage smoke, flashlight, flashlights, \
    torch, torches, sparkler, sparklers, candle smoke, smoke, cigarette smoke, incense, \
    smoke rings, smoke machine, curtain call, sweat, raindrops on glass, windowpanes, ashtray, \
    bottle, bottles of wine, wine bottle, champagne glass, cocktail glass, beer bottle, \
    beer bottles, coffee mug, mug, mugs, teacup, teacups, tablecloth, tableware, napkin, \
    chessboards, typewriter, typewriters, notebook, notebooks, diary, journal, postcard, \
    postcards, stamp, stamps, newspaper, newspapers, magazine, magazines, polaroids, photo album, \
    photos on the wall, picture, painting on the wall, poster on the wall, record sleeve, \
    vinyl record, vinyl records, cassette tape, cassette tapes, walkman, boombox, boom box, \
    ghetto blaster, headphone, earphones, cd, cds, tape, tapes, reel, film reel, projector, \
    movie projector, television set, tv set, tv screen, old tv, crt, monitor, laptop screen, \
    phone screen, smartphone, iphone, cell phone, payphone, mixing desk, mixing console, synth, \
    synths, drum machine, drum kits, drumkit, cymbal, cymbals, snare, tambourine, maracas, bongo, \
    congas, xylophone, vibraphone, organ, church organ, harmonica, clarinet, oboe, bassoon, \
    trombone, tuba, french horn, horn section, bagpipes, mandolin, sitar, lute, lyre, \
    double bass, upright bass, electric guitar, acoustic guitar, guitar case, fender, \
    stratocaster, telecaster, gibson, les paul, steinway, grand piano, upright piano, \
    keys of a piano, piano keys, microphone stand, mic, microphones, marshall stack, amplifiers, \
    pedals, vinyls, shadow, shadows, silhouette on a wall, reflection, reflections, footprints, \
    footprint, handprint, handprints, fingerprint, scar, scars, wound, wounds, bruise, blindfold, \
    crown of thorns, halo, halos, necklace, bracelet, earrings, ring box, jewelry, jewellery, \
    treasure, treasure chest, chest of gold, crystal ball, tarot cards, ouija board, \
    playing cards, deck of cards, roulette, slot machine, pinball, arcade machine, jukeboxes, \
    disco balls, glitter, sequins, high heels, heels, sneakers, stilettos, leather jacket, \
    hoodie, trench coat, overcoat, suit, tuxedo, tie, bow tie, veil, wedding veil, corset, \
    lingerie, kimono, uniform, cape, cloak, hood, robe, apron, socks, stockings, belt, buttons, \
    zipper, pocket, pockets, wallet on the table, bag, bags, plastic bag, shopping cart, trolley, \
    luggage, trunk of a car, steering wheel, dashboard, license plate, number plate, tire, tires, \
    tyres, wheel, wheels, engine, windshield, windscreen, rear-view mirror, rear view mirror, \
    side mirror, seat, seats, bench, benches, stool, stools, barstool, throne, bathtubs, toilet, \
    shower head, sink full, faucet, tap, dishes, pots, pans, cutlery, knives, scissors, \
    screwdriver, wrench, chainsaw, axe, shovel, spade, rake, broom, bucket of paint, \
    paint bucket, paintbrushes, spray can, spray cans, graffiti, mural, murals, street art wall, \
    neon letters, sign, signs, street sign, street signs, road sign, road signs, stop sign, \
    traffic light, traffic lights, traffic cone, hydrant, fire hydrant, mailbox, mailboxes, \
    trash, trash can, garbage, dumpster, cardboard, cardboard boxes, cardboard box, crate, \
    crates, barrel, barrels, cage, cages, net, nets, fishing net, fishing rod, anchor, anchors, \
    oar, oars, paddle, surfboard, surfboards, skis, ski, sled, sleigh, snowboard, skateboards, \
    roller skates, rollerskates, ice skates, football, soccer ball, basketball, baseball bat, \
    tennis racket, boxing gloves, punching bag, dumbbell, ball, balls, beach ball, bubble wrap, \
    soap bubbles, toy car, toy cars, lego bricks, building blocks, teddy, dolls, dollhouse, \
    rocking horse, music boxes, snow globe, hourglasses, sundial, clock tower face, \
    grandfather clock, wristwatch, calendar, globe, atlas, telescope lens, microscope, test tube, \
    pill, pills, syringe, needle and thread, bandages, stethoscope, wheelchair, coffin, coffins, \
    casket, urn, candlelit altar, altar, cross, crucifix, rosary, bible, stained glass window, \
    church bell, pew, pews, pulpit, lasers, laser beams, laser beam, lazers, lazer, hologram, \
    holograms, screens, satellite dish, antenna, antennas, power lines, power line, \
    electric poles, telephone pole, telephone poles, utility pole, wires, cables, barbed wire, \
    fence post, gate, gates, iron gate, doorway, doorways, doors, open door, keyhole, keys, lock, \
    padlock, staircase, stairway, stairs, spiral staircase, stairwell, ladder, ladders, \
    escalator, elevator doors, balcony, balconies, fire escapes, porch, chimney, chimneys, roof, \
    roofs, ceiling, ceilings, pillar, pillars, column, columns, arch, arches, dome, fountain, \
    fountains, pool, pools, swimming pools, hot tub, diving board, sauna, furniture, sofa, couch, \
    couches, armchairs, mattress, pillows, blankets, bedsheets, sheets, bed sheets, hammock, \
    deck chair, deckchair, sunbed, parasol, beach umbrella, umbrellas, tent, tents, backpack, \
    map, maps, compass, binoculars, camera lens, cameras, tripod, film camera, hands, \
    palms together, fist, fists, fingertips, fingernails, eyelashes, eyelid, iris, pupil, pupils, \
    tear, teardrop, teardrops, mouth, nose, ear, ears, chin, cheek, cheeks, neck, throat, chest, \
    ribs, ribcage, spine, knee, knees, toes, toe, heel of, ankle, wrist, wrists, veins, nerves, \
    heart on fire, beating heart, human heart, lungs, bone, skull and crossbones, third eye, \
    braids, ponytail, beard, mustache, moustache, freckles, wig, makeup, lipstick, mascara, \
    nail polish, blood stain, bloodstains, cross necklace, 💍, 👑, 👗, 👠, 👟, 🎩, 👒, 🕶, 👓, 🎸, \
    🎹, 🎷, 🎺, 🎻, 🥁, 🎤, 🎧, 📻, 📺, 📷, 📱, ☎, 💻, ⌛, ⏳, ⏰, 🕰, 🔑, 🗝, 🚪, 🪑, 🛏, 🛋, 🪞, \
    📖, 📚, ✉, 💌, 📜, 🖋, 🔪, 🗡, ⚔, 🔫, 💣, 💎, 💰, 💵, ⚰, 🪦, ⚓, 🎭, 🎨, 🎲, ♠, ♟, 🃏, 🧸, 🪆, \
    🎁, 🎀, 🍷, 🍸, 🍹, 🍺, 🥂, ☕, 🍵, 🚬, 💊, 💉, 🍎, 🍒, 🍓, 🍑, 🍋, 🍌, 🍉, 🍇, 🍕, 🍔, 🍰, \
    🎂, 🍭, 🍬, 🥚, 👁, 👀, 👄, 👅, 🧠, 💀, ☠, 🦴, 🩸, ✂, 🧵, ☂, 🪓, 🔨, ⛓, 🔗, 🧲, 🪙, 🛹, 🏀, \
    ⚽, 🏈, 🎾, 🎱, 🎳, 🥊 | de: papier, spiegelkugel, discokugel, stroboskop, taschenlampe, \
    taschenlampen, fackel, fackeln, wunderkerze, wunderkerzen, rauch, zigarettenrauch, schweiß, \
    schatten, spiegelung, spiegelungen, fußspuren, fußabdrücke, schreibmaschine, tagebuch, \
    postkarte, postkarten, foto, fotos, schallplatte, schallplatten, plattenspieler, kassette, \
    kassetten, radio, fernseher, bildschirm, handy, kopfhörer, synthesizer, schlagzeug, becken, \
    mundharmonika, klarinette, posaune, orgel, akkordeon, cello, bass, kontrabass, harfe, flöte, \
    verstärker, graffiti, wandbild, schild, schilder, straßenschild, ampel, ampeln, briefkasten, \
    müll, karton, kiste, kisten, fass, käfig, netz, anker, ruder, surfbrett, schlitten, ski, \
    schlittschuhe, fußball, ball, bälle, seifenblasen, puppenhaus, teddybär, teddy, schneekugel, \
    sanduhr, standuhr, taschenuhr, kalender, globus, landkarte, kompass, fernglas, kamera, pille, \
    pillen, sarg, kreuz, altar, bibel, glocke, glocken, antenne, strommast, strommasten, kabel, \
    stacheldraht, tor, türen, schloss und schlüssel, leiter, rolltreppe, balkon, veranda, \
    schornstein, kamin, säule, säulen, bogen, brunnen, schwimmbad, pool, möbel, sofa, sessel, \
    matratze, kissen, decke, bettlaken, hängematte, liegestuhl, sonnenschirm, rucksack, tasche, \
    taschen, mantel, jacke, anzug, krawatte, schleier, hochzeitskleid, brautkleid, hemd, hose, \
    stiefel, handschuhe, brille, sonnenbrille, halskette, ohrringe, perlen, schmuck, schatz, \
    pistole, gewehr, kugel, bombe, pfeil, bogen und pfeil, schild und schwert, rüstung, helm, \
    teller, tasse, tassen, becher, löffel, gabel, topf, brot, kuchen, apfel, äpfel, ei, eier, \
    milch, zucker, salzstreuer, bier, bierflasche, schnaps, zigarette, zigaretten, feuerzeug, \
    streichholz, streichhölzer, blut, narbe, narben, knochen, finger, faust, lippen, mund, nase, \
    haar, haare, rücken, schulter, schultern, füße, beine, arme, zahn, zähne, haut, träne, \
    diamant, diamanten, münze, münzen, geld, lenkrad, reifen, rad, räder, motor, windrad, \
    rosenblätter, rosenblatt, lasershow, laserstrahlen, luftschlangen, konfetti | fr: papier, \
    avion en papier, boule à facettes, lampe de poche, torche, torches, étincelle, fumée, sueur, \
    ombre, ombres, reflet, reflets, empreintes, traces de pas, machine à écrire, journal intime, \
    carte postale, photo, photos, disque, disques, vinyle, vinyles, tourne-disque, cassette, \
    cassettes, radio, télévision, télé, écran, casque, synthé, batterie, harmonica, clarinette, \
    trombone, orgue, accordéon, violoncelle, contrebasse, harpe, flûte, ampli, graffiti, \
    graffitis, panneau, panneaux, feu rouge, feux de circulation, boîte aux lettres, poubelle, \
    carton, caisse, tonneau, cage, filet, ancre, rame, planche de surf, luge, skis, patins, \
    ballon de foot, bulles de savon, ours en peluche, boule à neige, sablier, calendrier, globe, \
    boussole, jumelles, appareil photo, pilule, pilules, cercueil, croix, autel, cloche, cloches, \
    antenne, fils électriques, barbelés, portail, portes, serrure, échelle, balcon, balcons, \
    cheminée, colonne, colonnes, arche, fontaine, piscine, meubles, canapé, fauteuil, matelas, \
    oreiller, draps, hamac, parasol, sac, sac à dos, manteau, veste, costume, cravate, \
    voile de mariée, robe de mariée, chemise, bottes, gants, lunettes, collier, \
    boucles d'oreilles, perles, bijoux, trésor, pistolet, fusil, balle, bombe, flèche, armure, \
    casque de moto, assiette, tasse, tasses, cuillère, fourchette, couteaux, pain, gâteau, pomme, \
    pommes, œuf, lait, bière, bouteilles, verre de vin, cigarette, cigarettes, briquet, \
    allumette, sang, cicatrice, os, doigt, doigts, poing, lèvres, bouche, nez, cheveux, dos, \
    épaule, épaules, pieds, jambes, bras, dents, peau, larme, diamant, diamants, \
    pièce de monnaie, argent liquide, volant, pneu, roue, roues, moteur, lasers, confettis, \
    pétale, pétales | es: papel, avión de papel, bola de espejos, bola de discoteca, \
    linterna de mano, antorcha, antorchas, bengala, bengalas, humo, sudor, sombra, sombras, \
    reflejo, reflejos, huellas, máquina de escribir, diario, postal, postales, foto, fotos, \
    disco, discos, vinilo, vinilos, tocadiscos, casete, casetes, radio, televisión, televisor, \
    pantalla, auriculares, sintetizador, batería, armónica, clarinete, trombón, órgano, acordeón, \
    violonchelo, contrabajo, bajo eléctrico, arpa, flauta, amplificador, grafiti, grafitis, \
    mural, letrero, letreros, señal, semáforo, buzón, basura, caja, cajas, barril, jaula, red, \
    redes, ancla, remo, remos, tabla de surf, trineo, esquís, patines, balón, pelota, \
    pompas de jabón, oso de peluche, bola de nieve, reloj de arena, calendario, globo terráqueo, \
    brújula, mapa, cámara, pastilla, pastillas, ataúd, cruz, altar, campana, campanas, antena, \
    cables, alambre de púas, portón, puertas, cerradura, escaleras, escalera de mano, balcón, \
    balcones, chimenea, columna, columnas, arco, fuente, piscina, alberca, muebles, sofá, sillón, \
    colchón, almohada, sábanas, hamaca, sombrilla, bolso, mochila, abrigo, chaqueta, traje, \
    corbata, velo, vestido de novia, camisa, botas, guantes, gafas, collar, pendientes, perlas, \
    joyas, tesoro, pistola, rifle, bala, bomba, flecha, armadura, casco, plato, taza, tazas, \
    cuchara, tenedor, pan, pastel, manzana, manzanas, huevo, leche, cerveza, botellas, \
    copa de vino, cigarrillo, cigarrillos, cigarro, mechero, cerilla, sangre, cicatriz, hueso, \
    huesos, dedo, dedos, puño, labios, boca, nariz, pelo, cabello, espalda, hombro, hombros, \
    pies, piernas, brazos, dientes, piel, lágrima, diamante, diamantes, moneda, monedas, dinero, \
    volante, rueda, ruedas, motor, láser, confeti, pétalo, pétalos, juguete, juguetes \
    | pt: papel, avião de papel, globo de espelhos, globo de discoteca, lanterna de mão, tocha, \
    tochas, fumaça, suor, sombra, sombras, reflexo, reflexos, pegadas, máquina de escrever, \
    diário, cartão postal, foto, fotos, disco, discos, vinil, toca-discos, fita cassete, rádio, \
    televisão, tela, fones de ouvido, sintetizador, bateria, gaita, clarinete, trombone, órgão, \
    acordeão, sanfona, violoncelo, contrabaixo, baixo elétrico, harpa, flauta, amplificador, \
    grafite, mural, placa, placas, semáforo, lixo, caixa, caixas, barril, gaiola, rede, redes, \
    âncora, remo, remos, prancha de surfe, prancha, trenó, patins, bola, bolhas de sabão, \
    urso de pelúcia, ampulheta, calendário, bússola, mapa, câmera, pílula, caixão, cruz, altar, \
    sino, sinos, antena, fios, arame farpado, portão, portas, fechadura, escadas, varanda, \
    sacada, chaminé, coluna, colunas, arco, fonte, piscina, móveis, sofá, poltrona, colchão, \
    travesseiro, lençóis, guarda-sol, bolsa, mochila, casaco, jaqueta, terno, gravata, véu, \
    vestido de noiva, camisa, botas, luvas, óculos, colar, brincos, pérolas, joias, tesouro, \
    pistola, bala de revólver, bomba, flecha, armadura, capacete, prato, xícara, colher, garfo, \
    pão, bolo, maçã, maçãs, ovo, leite, cerveja, garrafas, taça de vinho, cigarro, cigarros, \
    isqueiro, fósforo, sangue, cicatriz, osso, ossos, dedo, dedos, punho, lábios, boca, nariz, \
    cabelo, costas, ombro, ombros, pés, pernas, braços, dentes, pele, lágrima, diamante, \
    diamantes, moeda, moedas, dinheiro, volante, roda, rodas, motor, confete, pétala, pétalas, \
    brinquedo, brinquedos | it: carta, aeroplano di carta, palla da discoteca, sfera a specchi, \
    torcia, torce, fumo, sudore, ombra, ombre, riflesso, riflessi, impronte, \
    macchina da scrivere, diario, cartolina, cartoline, foto, fotografia, disco, dischi, vinile, \
    vinili, giradischi, cassetta, cassette, radio, televisione, televisore, schermo, cuffie, \
    sintetizzatore, batteria, armonica, clarinetto, trombone, organo, fisarmonica, violoncello, \
    contrabbasso, basso elettrico, arpa, flauto, amplificatore, graffiti, murale, cartello, \
    cartelli, insegna, insegne, semaforo, spazzatura, scatola, scatole, barile, gabbia, rete, \
    reti, ancora di nave, remo, remi, tavola da surf, slitta, sci, pattini, pallone, palla, \
    bolle di sapone, orsacchiotto, clessidra, calendario, bussola, mappa, macchina fotografica, \
    pillola, bara, croce, altare, campana, campane, antenna, cavi, filo spinato, cancello, porte, \
    serratura, scale, balcone, balconi, camino, colonna, colonne, arco, fontana, piscina, mobili, \
    divano, poltrona, materasso, cuscino, lenzuola, amaca, ombrellone, borsa, zaino, cappotto, \
    giacca, abito, cravatta, velo, abito da sposa, camicia, stivali, guanti, occhiali, collana, \
    orecchini, perle, gioielli, tesoro, pistola, fucile, proiettile, bomba, freccia, armatura, \
    elmo, casco, piatto, tazza, tazze, cucchiaio, forchetta, pane, torta, mela, mele, uovo, \
    latte, birra, bottiglie, bicchiere di vino, sigaretta, sigarette, sigaro, accendino, \
    fiammifero, sangue, cicatrice, osso, ossa, dito, dita, pugno, labbra, bocca, naso, capelli, \
    schiena, spalla, spalle, piedi, gambe, braccia, denti, pelle, lacrima, diamante, diamanti, \
    moneta, monete, soldi, volante, ruota, ruote, motore, laser, coriandoli, petalo, petali, \
    giocattolo, giocattoli | ja: 紙, 紙飛行機, ミラーボール, 懐中電灯, 煙, 影, 写真, レコード, \
    カセット, ラジオ, テレビ, 画面, マイク, ドラム, 看板, 信号, 風鈴, 鈴, 鐘, 十字架, 階段, 屋根, \
    鳥居, 噴水, 枕, 布団, 鞄, コート, ドレス, 着物, 眼鏡, 真珠, 宝石, 銃, 弓, 皿, 茶碗, パン, 卵, \
    ビール, 酒, 煙草, 血, 骨, 指, 唇, 口, 髪, 背中, 足, 肌, 車輪, 花びら, 時間割, 砂時計, 地図
    noun animal sky = 🐎, 🐴, 🦄, 🐄, 🐑, 🐐, 🐖, 🐇, 🐰, 🦋, 🐝, 🐞, 🐓, ladybug, ladybird, \
    snail, snails, worm, worms, ant, ants, grasshopper, cricket, crickets, fly on, mosquito, \
    duck on land, turkey, peacock, ostrich, emu, llama, alpaca, bison, buffalo, ox, oxen, mule, \
    hedgehog, mole, ferret, greyhound, wild horses, wild horse, white horse, black horse, \
    horseback, on horseback, carthorse, zebras | de: pferderücken, schimmel, fohlen, esel, ochse, \
    kalb, lamm, ziegen, schwein, schweine, hahn, huhn, hühner, gans, truthahn, pfau, hasen, \
    kaninchen, igel, maulwurf, schnecke, ameise, ameisen, biene, bienen, wespe, marienkäfer, \
    käfer, libelle, grille, heuschrecke, motte, einhorn | fr: chevaux, poney, âne, bœuf, taureau, \
    veau, agneau, chèvre, cochon, coq, poule, oie, paon, lièvre, hérisson, escargot, fourmi, \
    abeille, abeilles, coccinelle, libellule, licorne | es: caballos, yegua, potro, poni, burro, \
    buey, ternero, cordero, cabra, cerdo, gallo, gallina, ganso, pavo real, liebre, erizo, \
    caracol, hormiga, abeja, abejas, mariquita, libélula, grillo, unicornio | pt: cavalos, égua, \
    potro, pônei, burro, boi, touro, bezerro, cordeiro, cabra, porco, galo, galinha, ganso, \
    pavão, lebre, ouriço, caracol, formiga, abelha, abelhas, joaninha, libélula, grilo, unicórnio \
    | it: cavalle, puledro, pony, asino, bue, toro, vitello, agnello, capra, maiale, gallo, \
    gallina, oca, pavone, lepre, riccio, lumaca, formica, ape, api, coccinella, libellula, \
    grillo, unicorno | ja: 子馬, 豚, 鶏, 山羊, 蜂, 蟻, 蜻蛉, トンボ
    noun animal sea = swan, swans, duck, ducks, otter, otters, penguin, penguins, flamingo, \
    flamingos, pelican, starfish, seashell, seashells, shell, shells, jelly fish, stingray, \
    manta ray, walrus, polar bear, polar bears, crocodile, alligator, koi, goldfish pond, salmon, \
    trout, eel, sea turtle | de: schwan, schwäne, ente, enten, otter, pinguin, pinguine, \
    flamingo, muschel, muscheln, seestern, robbe, seehund, krokodil, eisbär, eisbären, lachs \
    | fr: cygne, cygnes, canard, canards, loutre, pingouin, flamant, coquillage, coquillages, \
    étoile de mer, phoque, crocodile, ours polaire | es: cisne, cisnes, pato, patos, nutria, \
    pingüino, flamenco rosa, concha, conchas, estrella de mar, foca, cocodrilo, oso polar \
    | pt: cisne, cisnes, pato, patos, lontra, pinguim, flamingo, concha, conchas, estrela do mar, \
    foca, jacaré, crocodilo, urso polar | it: cigno, cigni, anatra, anatre, lontra, pinguino, \
    fenicottero, conchiglia, conchiglie, stella marina, foca, coccodrillo, orso polare | ja: 鴨, \
    ペンギン, 貝殻, 貝, アザラシ, 鯉
    noun animal forest = 🐺, 🦊, 🦌, 🐻, 🦉, 🐅, 🐍, 🐸, wolf pack, pack of wolves, cub, cubs, \
    fawn, doe, badger, raccoon, skunk, chipmunk, woodpecker, lynx, jaguar, black panther, sloth, \
    chameleon, toad, salamander, spider web, cobweb, spiderweb, nest, bird's nest, antlers, \
    paw prints | de: wolfsrudel, rudel, rehkitz, dachs, waschbär, eichhörnchen, luchs, specht, \
    kauz, uhu, kröte, frosch, frösche, eidechse, spinnennetz, nest, vogelnest, geweih, \
    wildschwein, affe, affen | fr: biche, faon, écureuil, blaireau, sanglier, lynx, chouette, \
    grenouille, crapaud, singe, toile d'araignée, nid | es: cierva, cervatillo, ardilla, jabalí, \
    lince, lechuza, rana, sapo, mono, monos, telaraña, nido | pt: corça, esquilo, javali, onça, \
    lince, sapo, rã, macaco, macacos, teia de aranha, ninho | it: cerbiatto, scoiattolo, \
    cinghiale, lince, civetta, rana, rospo, scimmia, ragnatela, nido | ja: リス, 猿, 蛙, \
    蜘蛛の巣, 巣, 猪
    noun animal room = 🐱, 🐈, 🐶, 🐕, 🐭, 🐁, rat, rats, guinea pig, cockroach, tarantula, \
    black cat, poodle, husky, labrador, shepherd dog, tabby | de: kätzchen, welpe, hündin, ratte, \
    ratten, papagei, kanarienvogel, goldfisch, hamster | fr: chaton, chatons, chiot, rat, rats, \
    perroquet, poisson rouge, araignée | es: gatito, gatitos, gata, cachorrito, perrito, perra, \
    rata, ratas, loro, araña | pt: gatinho, gatinhos, gata, cachorrinho, cadela, cachorra, rato, \
    ratos, papagaio, aranha | it: gattino, gattini, gatta, cagnolino, cucciolo, cagna, ratto, \
    ratti, pappagallo, ragno | ja: 鼠, 蜘蛛
    noun animal desert = 🦁, 🐫, 🐪, 🐘, 🦒, 🦓, 🦎, 🦂, rattlesnake, hyena, hyenas, antelope, \
    gazelle, meerkat, tumbleweed, tumbleweeds, caravan, caravans, lioness, dromedary \
    | de: kamele, giraffe, zebra, nashorn, leopard, gepard, hyäne, skorpion, geier, karawane \
    | fr: chameaux, girafe, zèbre, rhinocéros, léopard, hyène, scorpion, vautour, caravane, \
    lionne | es: camellos, jirafa, cebra, rinoceronte, leopardo, hiena, escorpión, caravana, \
    leona, elefantes | pt: girafa, zebra, rinoceronte, leopardo, hiena, escorpião, urubu, \
    caravana, leoa, elefantes | it: cammelli, giraffa, zebra, rinoceronte, leopardo, iena, \
    scorpione, avvoltoio, carovana, leonessa, elefanti | ja: キリン, シマウマ, 蠍, 豹
    noun animal mountains = 🐉, 🐲, 🦖, 🦕, dinosaur, dinosaurs, t-rex, mammoth, mammoths, \
    godzilla, king kong, kaiju, gargoyle, werewolf, yeti, bigfoot, hydra, cyclops, titan, \
    mountain goat, mountain goats, ibex, condor, snow leopard | de: saurier, dinosaurier, mammut, \
    ungeheuer, monster, greif, einhörner, werwolf, steinbock, gämse | fr: dinosaure, mammouth, \
    monstre, monstres, loup-garou, phénix, griffon, bouquetin | es: dinosaurio, mamut, monstruo, \
    monstruos, hombre lobo, fénix | pt: dinossauro, mamute, monstro, monstros, lobisomem, fênix \
    | it: dinosauro, mammut, mostro, mostri, lupo mannaro, fenice, stambecco | ja: 怪獣, 恐竜, \
    怪物, 鳳凰
    noun animal underwater = 🐙, 🦑, 🦈, 🐬, 🐢, 🦀, 🦞, 🐠, 🐟, 🪼, octopuses, manatee, narwhal, \
    anglerfish, sea monster, sea horse, clownfish, plankton | de: tintenfisch, krake, kraken, \
    seepferdchen, krebs, hummer, haie | fr: pieuvre, méduse, méduses, hippocampe, crabe, homard, \
    requins | es: pulpo, medusas, caballito de mar, cangrejo, langosta, tiburones | pt: polvo, \
    água-viva, medusa, medusas, cavalo-marinho, caranguejo, lagosta, tubarões | it: polpo, \
    polipo, medusa, meduse, cavalluccio marino, granchio, aragosta, squali | ja: タコ, イカ, 蟹, \
    亀
    noun vehicle road = 🏍, 🚲, 🛵, 🚂, 🚆, 🚊, 🚜, 🚑, 🚒, 🛴, 🚛, harley, harley davidson, \
    chopper, moped, dirt bike, quad, trike, freight train, bullet train, train car, \
    steam locomotive, steam engine, railcar, tramcar, streetcar, trolley car, cable car, \
    funicular, horse carriage, horse-drawn carriage, stagecoach, cart, rickshaw, fire truck, \
    bulldozer, excavator, semi truck, trailer, trailers, caravan trailer, tanks, traffic jam, \
    go-kart, unicycle, tricycle, bmx, longboard | de: dampflok, dampflokomotive, lokomotive, \
    dampfzug, güterzug, nachtzug, u-bahn-zug, s-bahn, tram, seilbahn, pferdekutsche, karren, \
    bagger, motorräder, moped, mofa, vespa, rollschuhe, skateboard, panzer, feuerwehrauto, \
    krankenwagen, anhänger, wohnwagen | fr: locomotive, train à vapeur, tram, téléphérique, \
    calèche, charette, tracteur, motos, mobylette, trottinette, skateboard, char, \
    camion de pompier, caravane de camping, bicyclette, bicyclettes | es: locomotora, \
    tren de vapor, teleférico, carruaje, carreta, tractor, motos, patineta, monopatín, tanque, \
    camión de bomberos, bici | pt: locomotiva, trem a vapor, maria-fumaça, bondinho, teleférico, \
    carruagem, carroça, trator, motos, skate, tanque, caminhão de bombeiros, bike \
    | it: locomotiva, treno a vapore, funivia, carrozza, carretto, trattore, moto, motorini, \
    motorino, skateboard, carro armato, camion dei pompieri, bici | ja: 機関車, 新幹線, 路面電車, \
    自動二輪, 三輪車, 馬車
    noun object = ash, ashes, explosion, explosions, fireplace, fireplaces, sail, sails, silk, \
    satin, lace, marble statue, salt, sugar, texture of stone, flag pole, hearth, shrapnel, nail, \
    nails, screw, brick, bricks, pebble beach stones, plank, planks, chalkboard, blackboard, \
    whiteboard, glitter, ribbon
    noun building road = motel, gas pump, petrol station, petrol pump, truck stop, parking lot, \
    car park, parking garage, bus stop, toll booth, mile marker, guard rail, drive-in, \
    drive-in theater | de: stau, parkplatz, parkhaus, tankstelle, bushaltestelle, haltestelle, \
    raststätte, motel | fr: embouteillage, parking, station-service, arrêt de bus, motel \
    | es: atasco, estacionamiento, aparcamiento, gasolinera, parada de autobús, motel \
    | pt: engarrafamento, estacionamento, posto de gasolina, ponto de ônibus, motel \
    | it: ingorgo, parcheggio, benzinaio, distributore di benzina, fermata dell'autobus, motel \
    | ja: 駐車場, 踏切, バス停
    noun vehicle sky = ✈, 🛩, 🚁, 🪂, 🪁, biplane, fighter jet, fighter jets, warplane, warplanes, \
    bomber, hang glider, paraglider, airplane window, plane window, airliner, contrail, \
    contrails, flying carpet, magic carpet, paper kite | de: doppeldecker, düsenjet, kampfjet, \
    segelflieger, gleitschirm, drachen steigen, papierflieger, flieger, fliegender teppich \
    | fr: avion de chasse, planeur, parapente, hélicoptère, tapis volant | es: helicóptero, \
    avioneta, parapente, alfombra mágica, paracaídas, cometas | pt: helicóptero, \
    aviões de guerra, parapente, tapete mágico, paraquedas | it: elicottero, aliante, parapendio, \
    tappeto volante, paracadute, aquiloni | ja: ヘリコプター, 気球船
    noun vehicle space = 🚀, 🛸, 🛰, ☄, spacecraft, space ship, space shuttle, shuttle, \
    lunar module, moon landing, rover, lunar rover, ufos, flying saucer, flying saucers, \
    death star, millennium falcon, satellites, space suit, asteroid belt | de: raumschiffe, \
    raumfähre, ufos, satellit, asteroid, meteorit, raumstation, fliegende untertasse \
    | fr: navette spatiale, satellite, soucoupe volante, astéroïde, météore, ovni \
    | es: transbordador, satélite, platillo volador, asteroide, meteoro, ovni \
    | pt: ônibus espacial, satélite, disco voador, asteroide, meteoro, óvni | it: navicella, \
    satellite, disco volante, asteroide, meteora, ufo | ja: 人工衛星, 円盤, 隕石
    noun building city = 🌉, 🗼, 🗽, 🎡, 🎠, 🏟, 🏭, 🏢, 🏨, 🏫, 🏥, ⛽, 🏛, 🎪, 🎢, viaduct, \
    aqueduct, overpass, flyover, footbridge, suspension bridge, golden gate bridge, \
    brooklyn bridge, covered bridge, stone bridge, drawbridge, clock tower, water tower, \
    radio tower, tv tower, smokestack, smokestacks, power plant, cooling tower, cooling towers, \
    oil rig, oil refinery, shipyard, container port, cranes on the dock, construction site, \
    scaffolding, tenement, brick wall, brick walls, storefront, storefronts, shop window, \
    shop windows, vending machine, vending machines, kiosk, newsstand, market stall, \
    market stalls, food truck, food stall, parking meter, bus shelter, fire station, \
    police station, town hall, courthouse, bank building, post office, bookstore, record store, \
    pawn shop, barber shop, tattoo parlor, laundrette, amusement park, theme park, \
    roller coaster, rollercoaster, carousel horse, funfair, fairground, carnival, circus tent, \
    zoo, skatepark, skate park, basketball court, tennis court, swimming hall, school yard, \
    schoolyard, taj mahal, statue of liberty, colosseum, tower bridge, louvre, \
    empire state building, kremlin, skybridge, penthouse, satellite town, slum, slums, ghetto, \
    ruins of a city, windows of a skyscraper | de: viadukt, aquädukt, hängebrücke, steinbrücke, \
    eisenbahnbrücke, autobahnbrücke, uhrturm, kirchturm, wasserturm, fernsehturm, funkturm, \
    schornsteine, kraftwerk, werft, baustelle, kran, kräne, gerüst, mauer, mauern, schaufenster, \
    laden, läden, geschäft, kiosk, marktstand, imbiss, rathaus, post, buchladen, plattenladen, \
    freizeitpark, rummelplatz, jahrmarkt, kirmes, achterbahn, zirkus, zirkuszelt, zoo, stadion, \
    brandenburger tor, eiffelturm, kolosseum, hotel, flughafen, fabrikschornstein | fr: viaduc, \
    aqueduc, pont suspendu, clocher, horloge de la gare, château d'eau, cheminées, centrale, \
    grue, grues, chantier, brique, vitrine, vitrines, magasin, boutique, kiosque, mairie, poste, \
    librairie, parc d'attractions, fête foraine, grande roue, montagnes russes, cirque, zoo, \
    stade, tour eiffel, colisée, hôtel, aéroport | es: viaducto, acueducto, puente colgante, \
    campanario, torre del reloj, chimeneas, grúa, grúas, obra, ladrillo, escaparate, tienda, \
    tiendas, kiosco, ayuntamiento, librería, parque de atracciones, feria, noria, montaña rusa, \
    carrusel, tiovivo, circo, zoológico, estadio, torre eiffel, coliseo, hotel, aeropuerto, \
    puentes | pt: viaduto, aqueduto, ponte pênsil, campanário, torre do relógio, chaminés, \
    guindaste, obra, tijolo, vitrine, loja, lojas, quiosque, prefeitura, livraria, \
    parque de diversões, roda-gigante, montanha-russa, carrossel, circo, zoológico, estádio, \
    torre eiffel, coliseu, hotel, aeroporto, pontes, cristo redentor | it: viadotto, acquedotto, \
    ponte sospeso, campanile, torre dell'orologio, ciminiere, gru, cantiere, mattoni, vetrina, \
    vetrine, negozio, negozi, chiosco, municipio, libreria, luna park, giostra, ruota panoramica, \
    montagne russe, circo, zoo, stadio, torre eiffel, colosseo, hotel, albergo, aeroporto, ponti \
    | ja: 高架橋, 吊り橋, 時計台, 鉄塔, 煙突, 工事現場, 自動販売機, 店, 屋台, 遊園地, \
    ジェットコースター, 動物園, 空港, ホテル, 銭湯, 東京タワー
    noun building mountains = 🏰, 🏯, ⛩, ⛪, ⛺, churchyard, gravestone, gravestones, headstone, \
    mausoleum, crypt, tombs, tombstones, fort, citadel, castle ruins, stonehenge, \
    standing stones, temple ruins, abbey, convent, shrine, shrines, torii gate, torii, pagoda, \
    watermill, mill, water wheel, dam, dams, cabin in ruins, mine entrance, quarry, bunker, \
    trench, trenches, battlefield, wind turbine, wind turbines, wind farm, ski lift, ski slope, \
    observatory tower, rope bridge | de: friedhöfe, grabstein, grabsteine, gruft, festung, \
    zitadelle, kloster, wassermühle, wasserrad, staudamm, bunker, schützengraben, schlachtfeld, \
    windräder, skilift, sternwarte, wasserfälle, steinkreis | fr: cimetières, pierre tombale, \
    forteresse, monastère, abbaye, moulin à eau, moulin à vent, barrage, tranchée, \
    champ de bataille, éolienne, éoliennes, cascades, chutes d'eau | es: lápida, lápidas, \
    fortaleza, monasterio, abadía, molino de viento, presa, trinchera, campo de batalla, \
    aerogenerador, cataratas, cascadas | pt: lápide, lápides, fortaleza, mosteiro, \
    moinho de vento, barragem, trincheira, campo de batalha, turbina eólica, cachoeiras, \
    cataratas | it: lapide, lapidi, fortezza, monastero, abbazia, mulino a vento, diga, trincea, \
    campo di battaglia, pala eolica, cascate | ja: 灯籠流し, 墓石, 要塞, 塔, ダム
    noun plant sky = 🌻, 🌹, 🌷, 🌺, 🌼, 💐, 🌾, 🌵, ☘, 🍀, single rose, wildflowers, wildflower, \
    lavender, barley, rye, rice, maize, cornstalks, hay, haystack, haystacks, hay bales, straw, \
    reeds, reed, cattails, bamboo shoots, cotton, tobacco, tea plantation, vines, grapevine, \
    grapevines, ivy wall, hedge, hedges, bush, bushes, shrub, shrubs, seed, seeds, sprout, \
    sprouts, water lily, water lilies, lily pads, lilypads, marigold, marigolds, peony, peonies, \
    hydrangea, hydrangeas, magnolia, magnolias, jasmine, iris flower, carnation, carnations, \
    chrysanthemum, hibiscus, edelweiss, heather, thistle, thistles, nettles, cherry petals, \
    rose petals, rose petal, rose garden, flower field, flower crown, wreath, garland, garlands, \
    pumpkin patch, cabbage, potatoes, tomatoes | de: wiesenblumen, wildblumen, lavendel, gerste, \
    roggen, korn, getreide, mais, heu, heuballen, stroh, schilf, hecke, hecken, busch, büsche, \
    strauch, gebüsch, samen, seerose, seerosen, lilie, lilien, gänseblümchen, löwenzahn, \
    pusteblume, pusteblumen, mohnblume, mohnblumen, vergissmeinnicht, edelweiß, heidekraut, \
    distel, kranz, blumenkranz, blumenwiese, klee, ranken, reben, weinreben, kartoffeln, kürbis, \
    blütenblätter | fr: fleurs sauvages, lavande, orge, seigle, maïs, foin, botte de foin, \
    paille, roseaux, haie, buisson, buissons, graine, graines, nénuphar, nénuphars, lys, \
    marguerite, marguerites, pissenlit, pivoine, jasmin, edelweiss, chardon, couronne de fleurs, \
    trèfle, vigne, vignes, citrouille, coquelicot, muguet, violettes | es: flores silvestres, \
    lavanda, cebada, centeno, maíz, heno, paja, juncos, seto, arbusto, arbustos, semilla, \
    semillas, nenúfar, lirio, lirios, margarita, margaritas, diente de león, amapola, peonía, \
    jazmín, cardo, corona de flores, trébol, viñas, calabaza, clavel, claveles, tulipán, \
    tulipanes, césped, espigas | pt: flores silvestres, lavanda, cevada, centeio, milho, feno, \
    palha, juncos, arbusto, arbustos, semente, sementes, vitória-régia, lírio, lírios, margarida, \
    margaridas, dente-de-leão, papoula, papoulas, jasmim, cardo, coroa de flores, trevo, \
    videiras, abóbora, cravo, cravos, tulipa, tulipas, capim, orquídea, orquídeas, ipê \
    | it: fiori selvatici, lavanda, orzo, segale, mais, fieno, paglia, canne, siepe, cespuglio, \
    cespugli, seme, semi, ninfea, ninfee, giglio, gigli, margherita, margherite, tarassaco, \
    soffione, soffioni, papavero, peonia, gelsomino, cardo, corona di fiori, trifoglio, viti, \
    zucca, garofano, tulipano, tulipani, orchidea, spighe, edera | ja: 野花, 百合, 菊, 椿, 牡丹, \
    紫陽花, 蓮, 彼岸花, 稲, 藤, タンポポ, チューリップ, 桜の花びら, 竹, 苔
    noun plant forest = 🍄, toadstool, toadstools, pine cone, pinecone, pine cones, acorn, \
    acorns, lichen, log, logs, tree stump, tree stumps, stump, fallen tree, hollow tree, \
    vines hanging, lianas, blackberries, holly, thorn, brambles | de: fliegenpilz, tannenzapfen, \
    eichel, eicheln, baumstumpf, baumstamm, baumstämme, dornenhecke, brombeeren, efeu, flechten \
    | fr: pomme de pin, gland, souche, tronc, lierre, ronces, épines | es: piña de pino, bellota, \
    tocón, tronco, hiedra, zarzas, espinas | pt: pinha, bolota, tronco, hera, espinhos, cogumelos \
    | it: pigna, ghianda, ceppo, tronco, rovi, spine
    noun object sky = ⛱, 🎆, 🎇, 🎉, 🎊, 🏳, 🚩, 🏴, banner, banners, streamers, confetti cannon, \
    lawn mower, picnic, picnic blanket, swings, swing set, seesaw, slide, trampoline, park bench, \
    park benches, scarecrows, windsock, weathervane, washing line, clothesline, wooden fence, \
    picket fence, white picket fence, stone wall, stone walls, firework display, cloud of dust, \
    dust storm cloud, campsite, gravel, pebble, pebbles, mud, snowball, snowballs, icicle, \
    icicles, frost flowers, puddle, puddles, bird feeder, birdhouse, beehive, beehives, \
    chess pieces, paper boat in a puddle, earth, soil, dirt, dust clouds, bonfire smoke, \
    ashes in the wind, wind chime, wind chimes, hang drum, sundials, statue head, crop circle, \
    crop circles | de: vogelscheuche, vogelscheuchen, konfettikanone, luftballonkette, picknick, \
    picknickdecke, parkbank, bänke, wippe, rutsche, wäscheleine, gartenzaun, lattenzaun, \
    mauerwerk, schneeball, eiszapfen, kieselsteine, schlamm, erde, staub, staubwolke, feuerwerke, \
    raketen am himmel, fahnen, flaggen, flagge, luftschlange | fr: épouvantail, pique-nique, \
    banc public, bancs, balançoire, corde à linge, palissade, boule de neige, glaçons, cailloux, \
    galets, boue, terre, poussière, drapeaux, tente, feux artifice | es: espantapájaros, picnic, \
    bancos, columpio, columpios, tendedero, valla, cerca de madera, bola de nieve gigante, \
    guijarros, barro, lodo, tierra, polvo, banderas, tienda de campaña, fuego artificial \
    | pt: espantalho, piquenique, bancos, balanço, varal, cerca de madeira, bola de neve, \
    pedrinhas, lama, terra, poeira, bandeiras, barraca, fogo de artifício | it: spaventapasseri, \
    picnic, panchine, altalena, altalene, stendibiancheria, staccionata, palla di neve, ghiaioli, \
    ciottoli, fango, terra, polvere, bandiere, fuoco d'artificio | ja: 案山子, ブランコ, ベンチ, \
    テント, 雪だるま, 氷柱, 泥, 土, 埃
    noun object fire = molten metal, fireball, fireballs, firestorm, fire breather, fire dancer, \
    flamethrower, match flame, burning match, lit match, lit cigarette, fireworks factory \
    | de: feuerball, feuerspucker, funkenregen, funkenflug | fr: boule de feu, cracheur de feu \
    | es: bola de fuego | pt: bola de fogo | it: palla di fuoco
    noun object space = space helmet, meteorite, crater, craters, solar system, orbit lines, \
    solar flare, solar flares, cosmic dust, wormholes | de: krater, sonnensystem | fr: cratère, \
    système solaire | es: cráter, sistema solar | pt: cratera, sistema solar | it: cratere, \
    sistema solare
    noun object road = oil slick, tire marks, tyre marks, skid marks, roadmap, cattle grid \
    | de: reifenspuren, bremsspuren
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
