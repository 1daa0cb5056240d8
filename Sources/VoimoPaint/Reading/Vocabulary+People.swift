// People, and what they do.
extension Vocabulary {
  /// Somebody who stands, with `like` told all the same; actions, with a `pose` if they are drawn.
  static let people = """
    person = rider, riders, horseman, horsewoman, boxer, boxers, welder, keeper, gardener, \
    hunter, hunters, dancers, singers, skateboarders, skaters, surfers, cyclist, cyclists, \
    runner, runners, jogger, swimmer, swimmers, climber, climbers, walkers, wanderers, travelers, \
    travellers, passenger, passengers, tourist, tourists, guest, guests, neighbor, neighbour, \
    boyfriend, girlfriend, husband, wife, grandmother, grandfather, grandma, grandpa, mum, mom, \
    dad, aunt, uncle, teen, teens, guy, guys, gal, homeless man, old lady, young woman, \
    young man, young girl, young boy, schoolgirl, schoolboy, schoolchildren, student, students, \
    teacher, nurse, doctor, waiter, waitress, bartender, barista, dj, rapper, violinist, cellist, \
    saxophonist, trumpeter, bassist, conductor, composer, artist at work, painter, photographer, \
    poet, writer, actor, actress, model, boss, gangster, gangsters, cop, cops, policeman, \
    police officer, firefighter, fireman, sailors, captains, fishermen, farmers, miner, miners, \
    cowgirl, outlaw, bandit, sheriff, spy, hitman, assassin, prisoner, prisoners, refugee, \
    refugees, protester, protesters, rebels, rebel, punk girl, punks, audience, fans, mob, \
    kids playing, toddler, siblings, newlyweds, bridesmaid, widow, orphan, hermit, nomad, nomads, \
    shepherd, shepherdess, geisha, sumo wrestler, matador, acrobat, acrobats, juggler, magician, \
    ballet dancer, ballet dancers, breakdancer, breakdancers, skateboard kid, human, humans, \
    humanity, beggar, beggars, passerby, passers-by, pedestrians, commuters \
    | de: dame, herr, typ, kerl, junge frau, alter mann, alte frau, oma, opa, enkel, enkelin, \
    reiter, reiterin, boxer, läufer, läuferin, schwimmer, radfahrer, fußgänger, passanten, \
    tourist, touristen, gast, gäste, nachbar, nachbarin, ehepaar, braut, bräutigam, baby, \
    säugling, schüler, schülerin, student, studentin, lehrer, arzt, krankenschwester, kellner, \
    kellnerin, gitarrist, gitarristin, schlagzeuger, pianist, pianistin, geiger, geigerin, \
    musiker, musikerin, rapper, dirigent, maler, malerin, dichter, bauer, bäuerin, hirte, jäger, \
    seemann, matrose, matrosen, bergmann, arbeiter, arbeiterin, polizist, feuerwehrmann, dieb, \
    gefangener, bettler, obdachloser, zuschauer, publikum, fans, zwillinge, geschwister, cousin, \
    tante, onkel, prinz, prinzessin, ballerina, skater, surfer, mönch, nonne, priester, greis, \
    greisin, gestalten, silhouetten, jugendliche, teenager \
    | fr: dame, dames, monsieur, vieillard, vieil homme, vieille dame, vieille femme, \
    jeune femme, jeune homme, gamin, gamins, gosse, gosses, bébé, mari, épouse, mariée, marié, \
    grand-mère, grand-père, oncle, tante, cousin, voisin, voisine, passant, passants, cavalier, \
    cavalière, coureur, nageur, cycliste, touriste, musicien, musiciens, musicienne, guitariste, \
    pianiste, batteur, violoniste, chanteurs, danseurs, danseuses, ballerine, peintre, poète, \
    écrivain, boxeur, berger, bergère, paysan, fermier, ouvrier, ouvriers, marin, marins, mineur, \
    mendiant, moine, prêtre, prince, princesse, professeur, élève, élèves, étudiant, étudiante, \
    serveuse, serveur, policier, pompier, voleur, public, jeunes mariés, silhouettes, inconnu, \
    inconnue \
    | es: señor, señora, señorita, anciano, anciana, viejo hombre, muchacho, muchacha, muchachos, \
    chicas, chicos, nena, nene, bebé, esposo, esposa, novia, novio, novios, abuela, abuelo, \
    abuelos, tío, tía, primo, vecino, vecina, peatón, peatones, jinete, jinetes, \
    corredor de fondo, nadador, ciclista, turista, músico, músicos, guitarrista, pianista, \
    baterista, violinista, cantantes, bailarinas, bailarines, bailaora, pintor, pintora, poeta, \
    boxeador, torero, pastor, campesino, campesina, obrero, obreros, marinero, marineros, minero, \
    mendigo, monje, cura, príncipe, princesa, maestro, maestra, alumno, estudiante, camarera, \
    camarero, policía, bombero, ladrón, público, hombres, gitana, vaquero, vaqueros, siluetas \
    | pt: senhor, senhora, idoso, idosa, velho homem, rapaz, rapazes, moça, moças, garoto, \
    garota, garotos, garotas, bebê, marido, esposa, noiva, noivo, noivos, avó, avô, avós, tio, \
    tia, primo, vizinho, vizinha, pedestre, pedestres, cavaleiros, corredor de rua, nadador, \
    ciclista, turista, músico, músicos, violonista, guitarrista, pianista, baterista, cantores, \
    dançarina, dançarino, dançarinos, pintor, poeta, boxeador, pastor, camponês, operário, \
    marinheiro, marinheiros, mineiro, mendigo, monge, padre, príncipe, princesa, professor, \
    professora, aluno, estudante, garçom, garçonete, policial, bombeiro, ladrão, público, \
    vaqueiro, mulheres, homens, silhuetas, surfista, surfistas, sambista \
    | it: signore, signora, signorina, anziano, anziana, vecchietto, vecchietta, tizio, \
    fanciulla, fanciullo, neonato, marito, moglie, sposa, sposo, sposi, nonna, nonno, nonni, zio, \
    zia, cugino, vicino di casa, passante, passanti, pedone, cavaliere errante, cavalieri, \
    corridore, nuotatore, ciclista, turista, turisti, musicista, musicisti, chitarrista, \
    pianista, batterista, violinista, cantanti, ballerini, ballerine, ballerino, danzatrice, \
    pittore, poeta, pugile, pastore, contadino, contadina, operaio, operai, marinaio, marinai, \
    minatore, mendicante, monaco, prete, principe, principessa, maestro, maestra, studente, \
    studentessa, cameriera, cameriere, poliziotto, pompiere, ladro, pubblico, fidanzati, \
    ragazzini, ragazzina, ragazzino, sagome \
    | ja: 老人, おじいさん, おばあさん, 若者, 学生, 先生, 花嫁, 姫, 王子, 魔女, 忍者, 漁師, 農夫, \
    音楽家, ギタリスト, 群衆, 男の子, 女の子, 誰か
    person + like = alien, aliens, cyborg, cyborgs, android, androids, mannequin, mannequins, \
    snowman, snowmen, skeletons dancing, demon, demons, devil, devils, god, goddess, gods, angel, \
    angels, mermaid, mermaids, fairy, fairies, elf, elves, vampire, vampires, zombie, zombies, \
    ghost, ghosts, phantom, robot, robots, statue, statues, centaur, minotaur, giants, dwarf, \
    dwarves, goblin, orc, superhero, batman, superman, santa, santa claus, clown, clowns, mime, \
    baby, babies, toddler, astronaut, astronauts, cosmonaut, spaceman, diver, divers, knight, \
    knights, samurai, ninja, witch, witches, wizard, wizards, band, orchestra, choir, 👻, 🧜, 🧚, \
    🧛, 🧟, 🤖, 👽, 👼, 🎅, 🧙, 👶, 🤡, 🧑‍🚀 \
    | de: engel, fee, feen, elfe, elfen, geist, geister, gespenst, gespenster, teufel, dämon, \
    dämonen, gott, göttin, meerjungfrau, roboter, vampir, hexe, ritter, zauberer, astronaut, \
    astronauten, statue, statuen, schneemann, clown, band, orchester, chor, zwerg, zwerge, riese, \
    riesen, taucher, baby \
    | fr: ange, anges, fée, fées, elfe, fantôme, fantômes, diable, démon, dieu, déesse, sirène, \
    sirènes, robot, robots, vampire, sorcière, chevalier, magicien, astronaute, statue, statues, \
    bonhomme de neige, clown, orchestre, chœur, nain, géant, plongeur, bébé \
    | es: ángel, ángeles, hada, hadas, duende, duendes, fantasma, fantasmas, diablo, demonio, \
    dios, diosa, sirena, sirenas, robot, robots, vampiro, bruja, caballero, mago, astronauta, \
    estatua, estatuas, muñeco de nieve, payaso, banda, orquesta, coro, gigante de piedra, buzo, \
    bebé \
    | pt: anjo, anjos, fada, fadas, duende, fantasma, fantasmas, diabo, demônio, deus, deusa, \
    sereia, sereias, robô, robôs, vampiro, bruxa, cavaleiro, mago, astronauta, estátua, estátuas, \
    boneco de neve, palhaço, banda, orquestra, coro, mergulhador, bebê \
    | it: angelo, angeli, fata, fate, elfo, folletto, fantasma, fantasmi, diavolo, demone, dio, \
    dea, sirena, sirene, robot, vampiro, strega, cavaliere, mago, astronauta, statua, statue, \
    pupazzo di neve, pagliaccio, banda, orchestra, coro, sommozzatore, neonato \
    | ja: 天使, 妖精, 幽霊, お化け, 悪魔, 鬼, 神, 女神, 人魚, ロボット, 魔女, 宇宙飛行士, 像, 侍
    many 2 = newlyweds, siblings, 👫, 👬, 👭 \
    | de: ehepaar, zwillinge, geschwister \
    | fr: jeunes mariés \
    | es: novios \
    | pt: noivos \
    | it: sposi, fidanzati
    many 3 = guys, teens, students, kids playing, cops, fans, passengers, tourists, guests, \
    riders, runners, surfers, skaters, skateboarders, band, dancers, musicians, pedestrians, \
    commuters, nomads, fishermen, sailors, 👥 \
    | de: gäste, touristen, passanten, matrosen, fans, jugendliche, gestalten, silhouetten  \
    | fr: gamins, gosses, passants, musiciens, marins, ouvriers \
    | es: chicos, chicas, muchachos, niños, niñas, peatones, músicos, marineros, hombres, mujeres \
    | pt: rapazes, moças, garotos, garotas, meninos, meninas, crianças, músicos, marinheiros, \
    homens, mulheres \
    | it: passanti, musicisti, marinai, ballerini, ballerine, ragazzini, turisti, cavalieri
    many 7 = audience, mob, orchestra, protesters, crowd of people, choir, humanity \
    | de: publikum, zuschauer, orchester, chor \
    | fr: public, orchestre, chœur \
    | es: público, orquesta, coro \
    | pt: público, orquestra, coro \
    | it: pubblico, orchestra, coro \
    | ja: 群衆
    action + pose walking = walking, walks, walk, walked, wandering, wanders, wander, strolling, \
    stroll, strolls, marching, marches, hiking, hikes, pacing, trudging, stumbling, roaming, \
    walking home, going home, walks home, walking away, walks away, walking alone, 🚶 \
    | de: geht, gehend, gehende, läuft langsam, spaziert, spazieren, spazierend, wandert, \
    wandern, wandernd, schlendert, schlendern, spaziergang, zu fuß \
    | fr: marche, marchent, marchant, marcher, se promène, se promènent, promenade, erre, errant, \
    flâne \
    | es: caminando, camina, caminan, caminar, andando, anda, pasea, paseando, pasean, paseo \
    | pt: caminhando, caminha, caminham, caminhar, andando, anda, passeando, passeia \
    | it: camminando, cammina, camminano, camminare, passeggia, passeggiano, passeggiando, \
    passeggiata \
    | ja: 歩いている, 歩く, 歩き, 歩いて, 散歩
    action + pose running = running, runs, run, ran, sprinting, sprints, jogging, jogs, \
    racing on foot, fleeing, flees, chasing, chases, rushing, running away, runs away, 🏃 \
    | de: rennt, rennen, rennend, rennende, rennender, läuft, laufen, laufend, sprintet, flieht, \
    fliehen, flüchtet, jagt \
    | fr: court, courent, courant, courir, s'enfuit, s'enfuient, fuit \
    | es: corriendo, corre, corren, correr, huye, huyen, huyendo \
    | pt: correndo, corre, correm, correr, foge, fogem, fugindo \
    | it: correndo, corre, corrono, correre, fugge, fuggono, scappa, scappano \
    | ja: 走っている, 走る, 走って, 逃げる
    action + pose dancing = dancing, dances, dance, danced, waltzing, twirling, twirls, spinning, \
    spins, swaying to the music, raving, partying, breakdancing, slow dancing, 💃, 🕺 \
    | de: tanzen, tanzt, tanzend, tanzende, tanzender, tanzenden, dreht sich, wirbelt \
    | fr: danse, dansent, dansant, danser, tournoie, valse \
    | es: bailando, baila, bailan, bailar, danzando, danza \
    | pt: dançando, dança, dançam, dançar \
    | it: ballando, balla, ballano, ballare, danzando, danza, danzano \
    | ja: 踊っている, 踊る, 踊って, 舞う
    action = climbs, kneels, hugs, hugging, embrace, embraces, weeping, weeps, cries, laughs, \
    smiles, prays, screams, shouts, whispers, sleeps, dreams of, reads, writes, cooks, eats, \
    drinks, smokes, drives, driving, fishing, fishes for, rowing, rows, paddling, sailing alone, \
    jumps, leaps, leaping, flies over, flew, soaring, soars, gliding, hovering, floats, drifts, \
    sinks, sinking, swims, dives, crawling, crawls, stretching, bows, claps, waves at, melting, \
    melts, exploding, explodes, erupts, collapsing, collapses, crashing, crashes, shattering, \
    shatters, breaking, bursting, bursts, blooming, blooms, blossoming, withering, growing wings, \
    grazing, galloping, gallops, hunting, howls, barks, roaring, roars, singing along, strums, \
    plays, performs, kneeled, lies down, lying down, lying on, sits on, sitting on, \
    leaning against, looks up, looking out, staring, stares, gazing, gazes, holding hands, \
    holding a, kisses, kissed, rocking, rolls, rolling in \
    | de: fährt, fahren, fahrend, weht, wehen, steigt, steigen, sinkt, sinken, schwebt, schweben, \
    treibt, treiben, brennt, brennen, klettert, klettern, kniet, betet, lacht, lachen, lächelt, \
    schreit, schreien, flüstert, träumt, liest, schreibt, kocht, isst, trinkt, raucht, angelt, \
    rudert, segelt, schwimmen, taucht, galoppiert, heult, bellt, umarmt, umarmen, sitzen, \
    liegend, sitzend, stehend, singen, singend, fliegen, fliegend, springen, weinen, weinend, \
    schlafen, schlafend, blüht, blühen, blühend, blühende, schmilzt, explodiert, bricht, fallend, \
    fallende, wartend \
    | fr: tombant, flotte, flottent, flottant, brûle, brûlent, grimpe, grimpent, prie, rit, \
    rient, sourit, crie, crient, murmure, rêve de, lit un, écrit, cuisine un, mange, boit, fume, \
    pêche, rame, navigue, nage, nagent, plonge, galope, hurle, aboie, embrassent, s'embrassent, \
    chantent, chantant, volent, volant, sautent, pleurent, pleurant, dorment, dormant, assises, \
    debout, fleurit, explose, éclate, nourrit, penché, allongé, allongée \
    | es: nadando, nada un, nadan, flota, flotan, flotando, arde, arden, sube, suben, trepa, \
    escala, reza, ríe, ríen, riendo, sonríe, grita, gritan, gritando, susurra, lee, leyendo, \
    escribe, escribiendo, cocina un, come, comiendo, bebe, bebiendo, fuma, fumando, pesca, \
    pescando, rema, remando, navega, navegando, salta, saltan, saltando, galopa, galopando, \
    aúlla, ladra, abraza, abrazan, abrazados, vuelan, cantan, tocan, toca, besa, besan, duerme, \
    duermen, llora, lloran, sentado, sentada, sentados, de pie, florece, derrite, explota, \
    explotando, conduce, conduciendo, maneja \
    | pt: nadando, nada no, flutua, flutuando, arde, queima, sobe, escala, reza, ri, rindo, \
    sorri, grita, gritando, sussurra, lê, lendo, escreve, escrevendo, come, comendo, bebe, \
    bebendo, fuma, fumando, pesca, pescando, rema, remando, navega, navegando, pula, pulando, \
    salta, saltando, galopa, galopando, uiva, late, abraça, abraçados, abraçando, voa, voam, \
    canta, cantam, toca, tocam, beija, dorme, chora, sentada, de pé, floresce, derrete, explode, \
    dirige, dirigindo, surfando \
    | it: nuota, nuotano, nuotando, galleggia, galleggiano, brucia, bruciano, sale, scala una, \
    prega, ride, ridono, ridendo, sorride, grida, urla, sussurra, legge, leggendo, scrive, \
    scrivendo, cucina un, mangia, beve, fuma, fumando, pesca, pescando, rema, naviga, navigando, \
    salta, saltano, galoppa, galoppando, ulula, abbaia, abbraccia, abbracciati, volano, cantano, \
    suona, suonano, bacia, baciano, dorme, dormono, piange, piangono, seduto, seduta, seduti, \
    in piedi, fiorisce, esplode, guida, cade la \
    | ja: 泳いでいる, 飛んでいる, 歌っている, 座っている, 眠っている, 泣いている, 笑っている, \
    弾いている, 弾く, 乗っている, 吠える, 燃えている, 咲く, 散る, 舞い散る
    """
}
