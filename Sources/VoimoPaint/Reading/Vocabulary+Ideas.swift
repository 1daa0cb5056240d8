// Words that nobody can see, and those that make a picture of words: `a sea of people`, `lights
// like stars`, `moonlight sonata`.
extension Vocabulary {
  /// Grammar beside the table of that name, idioms, and nouns of the mind.
  static let ideas = """
    article = the, a, an \
    | de: der, die, das, den, dem, des, ein, eine, einer, eines, einem, einen \
    | fr: le, la, les, l, du, des, un, une \
    | es: el, la, los, las, un, una, del, al \
    | pt: o, a, os, as, um, uma, do, da, dos, das \
    | it: il, lo, la, i, gli, le, l, un, uno, una, del, della, dei, delle, dello, degli, dell
    at = aboard, alongside, around, throughout, onto, per, versus, despite, toward, against, \
    amongst, in front of, on top of, in the middle of, at the end of, at the edge of, far from, \
    close to \
    | de: ab, außerhalb, innerhalb, oberhalb, unterhalb, trotz, wegen, seit, bis, gegenüber, \
    rund um, jenseits, mitten in, am ende, am rande, davor, darüber, darunter, herum, entgegen \
    | fr: jusque, jusqu, depuis, parmi, malgré, au bord, au milieu, autour, au dessus, \
    au dessous, à travers, hors, loin \
    | es: según, mediante, encima, debajo, alrededor, delante, detrás, dentro, fuera, lejos, \
    en medio, al borde, a través \
    | pt: acima, abaixo, atrás, dentro, fora, longe, até, desde, através, em volta, ao redor, \
    em frente, em meio, lá fora \
    | it: sopra, dentro, fuori, lontano, oltre, lungo, attraverso, intorno, in mezzo, di fronte, \
    accanto, ai bordi, degli, negli, sugli, dagli
    beside = behind, beside, near, outside, in front of, next to, opposite, past, alongside \
    | de: hinter, neben, vor, außerhalb, gegenüber, nahe | fr: derrière, devant, près, à côté, hors \
    | es: detrás, delante, cerca, junto, frente, fuera | pt: atrás, perto, em frente, fora, junto \
    | it: dietro, davanti, vicino, accanto, fuori, di fronte
    of = of | de: aus, von, voller | fr: de, d | es: de | pt: de | it: di, d
    simile = like, as | de: wie | fr: comme | es: como | pt: como | it: come
    small = just like that, looks, we like, i like, you like, they like, would like, i'd like, \
    feel like, feels like, as well, as soon as, as long as, as far as, as usual, as always
    pronoun 1 = she, he, i, me, him, her, you, someone, somebody \
    | de: ich, er, sie, du \
    | fr: je, il, elle, tu \
    | es: yo, él, ella \
    | pt: eu, ele, ela \
    | it: io, lui, lei
    pronoun 2 = we, us, they, them \
    | de: wir \
    | fr: nous, ils, elles \
    | es: nosotros, ellos, ellas \
    | pt: nós, eles, elas \
    | it: noi, loro
    faint = light, lights, glow, glare, beam, beams, ray, rays, glimmer, shimmer, sparkle \
    | de: licht, lichter, schein, schimmer, strahl, strahlen \
    | fr: lumière, lumières, lueur, lueurs, rayon, rayons \
    | es: luz, luces, resplandor, brillo \
    | pt: luz, luzes, brilho, clarão \
    | it: luce, luci, bagliore, chiarore, raggio, raggi
    removable lights = light, lights \
    | de: licht, lichter, lichtern, beleuchtung \
    | fr: lumière, lumières, éclairage \
    | es: luz, luces \
    | pt: luz, luzes \
    | it: luce, luci \
    | ja: 明かり, 光
    removable lanterns = light, lamps \
    | de: licht, lichter, lampen \
    | fr: lumière, lumières \
    | es: luz, luces \
    | pt: luz, luzes \
    | it: luce, luci
    removable snowcaps = snow | de: schnee | fr: neige | es: nieve | pt: neve | it: neve
    removable clouds = clouds \
    | de: wolke, wolken \
    | fr: nuage, nuages \
    | es: nube, nubes \
    | pt: nuvem, nuvens \
    | it: nuvola, nuvole \
    | ja: 雲
    material = glass, ice, stone, crystal, steel, marble, iron, metal, silver, gold, water, \
    mercury, salt, concrete, obsidian, jade, copper \
    | de: glas, eis, stein, kristall, stahl, marmor, eisen, metall, silber, gold, wasser, salz, \
    beton \
    | fr: verre, glace, pierre, cristal, acier, marbre, fer, métal, argent, or, eau, sel \
    | es: vidrio, cristal, hielo, piedra, acero, mármol, hierro, metal, plata, oro, agua, sal \
    | pt: vidro, cristal, gelo, pedra, aço, mármore, ferro, metal, prata, ouro, água, sal \
    | it: vetro, cristallo, ghiaccio, pietra, acciaio, marmo, ferro, metallo, argento, oro, \
    acqua, sale
    measure = sea, seas, ocean, oceans, river, rivers, rain, storm, lake, flood, shower, tide, \
    wave, waves, stream, cloud, clouds, snow, blizzard, fog, mist, blanket, galaxy, rainbow, \
    avalanche, sky, hail, fire, flames, hurricane, whirlwind, tsunami, wall, walls, ray, spark, \
    sparks, explosion, inferno, downpour, drizzle, abyss \
    | de: meer, ozean, fluss, regen, sturm, see, flut, schauer, welle, wellen, strom, wolke, \
    wolken, lawine, regenbogen, nebel, himmel, wüste, feuer, wand \
    | fr: mer, océan, fleuve, rivière, pluie, tempête, lac, vague, vagues, nuage, nuages, \
    avalanche, ciel, brouillard, désert, feu, mur \
    | es: mar, océano, río, lluvia, tormenta, lago, ola, olas, nube, nubes, avalancha, cielo, \
    niebla, desierto, fuego, muro \
    | pt: mar, oceano, rio, chuva, tempestade, lago, onda, ondas, nuvem, nuvens, avalanche, céu, \
    névoa, deserto, fogo, muro \
    | it: mare, oceano, fiume, pioggia, tempesta, lago, onda, onde, nuvola, nuvole, valanga, \
    cielo, nebbia, deserto, fuoco, muro
    measure solid = forest, forests, mountain, mountains, jungle, hill, hills, valley, garden, \
    island, islands, field, fields \
    | de: wald, wälder, berg, berge, dschungel, tal, insel \
    | fr: forêt, montagne, montagnes, jungle, vallée, île \
    | es: bosque, montaña, montañas, selva, valle, isla \
    | pt: floresta, montanha, montanhas, selva, vale, ilha \
    | it: foresta, bosco, montagna, montagne, giungla, valle, isola
    title = sonata, symphony, serenade, lullaby, anthem, rhapsody, waltz, tango, jazz, ballad, \
    requiem, concerto, hymn, opera, blues, shanty, aria, prelude, overture, remix, mixtape, \
    lullabies, ballads, spirit, baby blues \
    | de: sonate, sinfonie, symphonie, serenade, wiegenlied, hymne, rhapsodie, walzer, ballade, \
    requiem, konzertstück, oper, musik, lied, lieder, melodie \
    | fr: sonate, symphonie, sérénade, berceuse, hymne, valse, ballade \
    | es: sonata, sinfonía, serenata, nana, himno, vals, balada \
    | pt: sonata, sinfonia, serenata, hino, valsa, balada \
    | it: sonata, sinfonia, serenata, ninna nanna, inno, valzer, ballata
    idea = hope, love, life, death, memory, memories, mind, thought, thoughts, emotion, emotions, \
    feeling, feelings, soul, souls, freedom, fear, fears, rage, anger, pain, joy, happiness, \
    sorrow, sorrows, dream, dreams, silence, desire, desires, passion, pressure, regret, regrets, \
    despair, grief, loneliness, solitude, longing, yearning, courage, pride, shame, guilt, envy, \
    jealousy, hate, hatred, peace, war, truth, truths, lie, lies, secret, secrets, promise, \
    promises, faith, trust, grace, mercy, glory, honor, honour, destiny, fate, luck, chance, \
    chances, choice, choices, change, changes, chaos, order, harmony, balance, energy, power, \
    powers, strength, weakness, beauty, youth, childhood, innocence, wisdom, madness, insanity, \
    sanity, nostalgia, melancholy, romance, affair, friendship, trouble, troubles, problem, \
    problems, question, questions, answer, answers, reason, reasons, doubt, doubts, idea, ideas, \
    vision, visions, illusion, illusions, fantasy, fantasies, nightmare, nightmares, adventure, \
    journey, escape, return, beginning, beginnings, ending, endings, end, past, future, present, \
    history, future memories, yesterday, tomorrow, today, moment, eternity, heaven on earth, \
    tension, stress, depression, anxiety, panic, ecstasy, bliss, euphoria, addiction, obsession, \
    temptation, seduction, betrayal, revenge, forgiveness, redemption, salvation, sin, sins, \
    curse, blessing, wish, wishes, goal, goals, success, failure, victory, defeat, struggle, \
    sacrifice, loss, absence, presence, distance, emptiness, nothingness, infinity, reality, \
    truth serum, mystery, mysteries, wonder, wonders, miracle, miracles, rumor, rumours, gossip, \
    laughter, applause, noise, melody, melodies, rhythm, rhythms, groove, chord, chords, verse, \
    chorus, lyrics, poem, poems, poetry, prayer, prayers, whisper, whispers, scream, screams, \
    tears of joy, hello, goodbye, farewell, sense, senses, touch, taste, smell, scent, speed, \
    gravity, momentum, motion blur, vibe, vibes, chill, chills, mood, moods, aura, attitude, \
    style, fashion, culture, society, politics, religion, science, philosophy, economy, \
    money talks, business, work, job, school days, homework, summer love, weekend, weekends, \
    holiday, holidays, vacation, monday, tuesday, wednesday, thursday, friday, saturday, sunday, \
    january, february, march, april, may, june, july, august, september, october, november, \
    december, birthday, anniversary, century, decade, era, age, ages, minute, minutes, second, \
    seconds, hour, week, weeks, month, months, o'clock, conscience, ambition, jealous, \
    discontent, warmth, coldness, calmness, stillness, sadness, darkness within, sweetness, \
    bitterness, closeness, tenderness, intimacy, vulnerability, resilience, survival, evolution, \
    revolution, rebellion, resistance, surrender, control, command, attention, tension, \
    intensity, perspective, symmetry, contrast, composition, detail, details, quality, \
    resolution, concept, version, theme, subject, topic, genre, sequence, video, clip, \
    music video, album cover, cover art, artwork, art, illustration, design, render, rendering, \
    animation \
    | de: hoffnung, liebe, leben, tod, erinnerung, erinnerungen, gedanke, gedanken, gefühl, \
    gefühle, seele, freiheit, angst, wut, schmerz, freude, glück, trauer, traum, träume, stille, \
    schweigen, sehnsucht, leidenschaft, verzweiflung, einsamkeit, mut, stolz, schuld, hass, \
    frieden, krieg, wahrheit, lüge, lügen, geheimnis, geheimnisse, glaube, schicksal, zufall, \
    chaos, ordnung, kraft, macht, schönheit, jugend, kindheit, unschuld, wahnsinn, heimat, \
    heimweh, fernweh, wehmut, melancholie, abschied, anfang, ende, vergangenheit, zukunft, \
    gegenwart, ewigkeit, augenblick, stimmung, gefühlen, zärtlichkeit, wärme, kälte, ruhe, \
    unruhe, druck, geist, verlust, leere, wunder, zeit, musikvideo, weite, tiefe, höhe, ferne, \
    nähe, sinn, wunsch, wünsche, gefahr, geschichte, alltag, wochenende, urlaub, geburtstag \
    | fr: espoir, espérance, amour, vie, mort, mémoire, souvenir, souvenirs, pensée, pensées, \
    émotion, émotions, sentiment, sentiments, âme, liberté, peur, colère, douleur, joie, bonheur, \
    tristesse, rêve, rêves, silence, désir, passion, désespoir, solitude, courage, honte, haine, \
    paix, guerre, vérité, mensonge, mensonges, secret, secrets, foi, destin, hasard, chaos, \
    force, beauté, jeunesse, enfance, innocence, folie, nostalgie, mélancolie, adieu, début, fin, \
    passé, avenir, présent, éternité, instant, ambiance, tendresse, chaleur, calme, temps \
    | es: esperanza, amor, vida, muerte, memoria, recuerdo, recuerdos, pensamiento, emoción, \
    sentimiento, sentimientos, alma, libertad, miedo, ira, rabia, dolor, alegría, felicidad, \
    tristeza, sueño, sueños, silencio, deseo, pasión, desesperación, soledad, valor, culpa, odio, \
    paz, guerra, verdad, mentira, mentiras, secreto, secretos, fe, destino, azar, caos, fuerza, \
    belleza, juventud, infancia, inocencia, locura, nostalgia, melancolía, adiós, principio, fin, \
    pasado, futuro, presente, eternidad, instante, ternura, calor, calma, tiempo \
    | pt: esperança, amor, vida, morte, memória, lembrança, lembranças, pensamento, emoção, \
    sentimento, sentimentos, alma, liberdade, medo, raiva, dor, alegria, felicidade, tristeza, \
    sonho, sonhos, silêncio, desejo, paixão, desespero, solidão, coragem, culpa, ódio, paz, \
    guerra, verdade, mentira, segredo, segredos, fé, destino, caos, força, beleza, juventude, \
    infância, inocência, loucura, saudade, nostalgia, melancolia, adeus, começo, fim, passado, \
    futuro, presente, eternidade, instante, ternura, calor, calma, tempo \
    | it: speranza, amore, vita, morte, memoria, ricordo, ricordi, pensiero, pensieri, emozione, \
    emozioni, sentimento, sentimenti, anima, libertà, paura, rabbia, dolore, gioia, felicità, \
    tristezza, sogno, sogni, silenzio, desiderio, passione, disperazione, solitudine, coraggio, \
    colpa, odio, pace, guerra, verità, bugia, bugie, segreto, segreti, fede, destino, caos, \
    forza, bellezza, gioventù, infanzia, innocenza, follia, nostalgia, malinconia, addio, inizio, \
    fine, passato, futuro, presente, eternità, istante, tenerezza, calore, calma, tempo
    small = colors, colours, color, colour, on earth, down to earth, earth tones, the earth, nothing left, over the moon, \
    once in a blue moon, blue moon mood, on fire with, out of the blue, in the dark about, \
    catch fire, under fire, playing with fire, fire in her eyes, fire in his eyes, \
    fire in my heart, stars in her eyes, stars in his eyes, head in the clouds, on cloud nine, \
    cloud nine, under the weather, storm in a teacup, calm before the storm, tip of the iceberg, \
    walking on sunshine, walking on air, walking on eggshells, light years away, time flies, \
    butterflies in my stomach, heart of stone, heart of gold, silver lining, nothing like, \
    nothing compares, no way, no cap, no matter what, no surrender, no filter, no limits, \
    no limit, no fear, no regrets, no mercy, no rules, no idea, no time, no more tears, \
    no longer, no wonder, no one else, not alone, not yet, not afraid, never give up, never mind, \
    never let go, never look back, never alone, the space between us, space between us, \
    space in my heart, personal space, give me space, movie star, rock the boat, rock music, \
    rock song, rock anthem, hard rock, punk rock, rock and roll, rock n roll, heavy metal, \
    metal music, house music, deep house, tech house, drum and bass, bass line, bassline, \
    trap music, garage music, uk garage, country music, country song, jungle music, trance, \
    techno, dubstep, hip hop, hip-hop, rap, reggae, soul music, funk, swing music, ska, grunge, \
    indie, ambient, chillwave, lofi, lo-fi, lo fi, emo, edm, city pop, dream pop, k-pop, j-pop, \
    punk, in love, falling in love, fall in love, falls in love, fell in love, falling apart, \
    falling asleep, falling slowly, fall apart, free fall, freefall, nightfall mood, \
    break of hearts, leaf through, turn over a new leaf, sail away mood, set fire to the night, \
    morning sickness, good morning, good night, goodnight, good day, day after day, \
    night after night, night shift, day job, rain or shine, rain check, cash flow, \
    water under the bridge, bridge of the song, middle eight, on the road again mood, \
    on my own road, bird's eye, birds eye, eye level, cat's eye view, worm's eye view, \
    worm eye view, wild goose chase, lion's share, crocodile tears, cold turkey, monkey business, \
    masterpiece, masterwork, best quality, high quality, ultra quality, high detail, \
    ultra detailed, ultra-detailed, hyper detailed, hyperdetailed, super detailed, \
    extremely detailed, intricate details, intricate, highres, high res, hi-res, absurdres, \
    hires, 16k, 2k, 1080p, 720p, fhd, raw photo, volumetric lighting, volumetric light, \
    cinematic lighting, dramatic lighting, studio lighting, soft lighting, rim lighting, \
    rim light, natural lighting, ambient lighting, moody lighting, global illumination, \
    ray tracing, raytraced, ray traced, subsurface scattering, lens flare, chromatic aberration, \
    unreal engine 5, ue5, octane, blender render, v-ray, redshift, cgi, 3d, 3d render, \
    digital art, digital painting, concept art, matte painting, key visual, wallpaper, \
    desktop wallpaper, artstation, deviantart, pixiv, behance, cgsociety, artgerm, wlop, \
    featured on, trending, trending on, award-winning, professional, professional photography, \
    photography, photo of, photograph of, picture of, image of, painting of, drawing of, \
    illustration of, portrait of, shot of, close up of, close-up of, view of, scene of, footage, \
    drone shot, drone view, drone footage, aerial shot, establishing shot, tracking shot, \
    dolly shot, slow motion, slow-motion, slowmo, slow mo, time lapse, timelapse, time-lapse, \
    long exposure, shallow depth of field, wide-angle, fisheye, fish eye, macro, macro shot, \
    telephoto, dutch angle, over the shoulder, point of view, pov, first person, third person, \
    medium shot, full shot, long shot, symmetrical, centered, rule of thirds, golden ratio, \
    negative space, vhs look, vhs, super 8, super8, super-8, 16mm, 8mm, home video, \
    music video of, lyric video, visualizer, loop, seamless loop, looping, break, solo, \
    aesthetic, aesthetics, core, cottagecore, lit, af, lol, tbh, omg, idk, bro, dude, y'all, \
    yall, gonna, wanna, gotta, ain't no \
    | de: nicht mehr, nie wieder, nicht allein, kein problem, keine angst, keine ahnung, \
    keine zeit, guten morgen, gute nacht, guten tag, im dunkeln tappen, in ordnung, zum glück, \
    im regen stehen lassen, auf einmal, noch einmal, vom himmel gefallen, hart wie stein, \
    aus der ferne, in der ferne, in der tiefe, draußen, drinnen, oben, unten, links, rechts, \
    überall, nirgendwo, irgendwo, vorne, hinten, davor, dahinter, daneben, darin, darauf, weg, \
    fort, zurück, heraus, hinein, herein, dahin, dorthin, nun, jetzt, heute, gestern, einst, \
    plötzlich, langsam, schnell, wieder, einmal, ganz, etwas, nichts, jemand, jeder, jede, jedes, \
    jeden, jedem, einige, manche, mancher, solche, welche, deren, dessen, denen, seine, seinem, \
    seinen, seiner, ihre, ihrem, ihren, ihrer, meine, meinem, meinen, meiner, deine, deinem, \
    deinen, deiner, unser, unsere, unserer, unseren, euer, eure, kann, können, konnte, will, \
    wollen, soll, sollen, muss, müssen, darf, dürfen, mag, möchte, würde, könnte, wäre, hätte, \
    wurde, wurden, worden, gewesen, geworden, bin, bist, seid, habe, hast, habt, hatte, hatten, \
    tut, tun, macht, machen, gibt, geben, lässt, lassen, bleibt, bleiben, kommen, nehmen, nimmt, \
    sieht, sehen, schaut, blickt, hört, wartet, warten, zieht, ziehen, trägt, tragen, hält, \
    halten, führt, führen, weil, dass, ob, obwohl, denn, damit, bevor, nachdem, seitdem, solange, \
    wohin, woher, warum, wann, dann, danach, dabei, dazu, davon, dafür, also, nämlich, eben, \
    halt, sogar, fast, kaum, sonst, zusammen, gemeinsam, alleine, selbst \
    | fr: plus jamais, pas du tout, rien, quelque chose, quelqu, quelque, quelques, chaque, \
    aucun bruit, même, mêmes, autre, autres, tel, telle, dont, où, car, donc, or que, puis, \
    ensuite, alors, encore, toujours, déjà, ici, là, là bas, partout, ailleurs, dehors, dedans, \
    dessus, dessous, haut, bas, loin, proche, peu, beaucoup, trop, assez, moins, aussi, ainsi, \
    seulement, lentement, doucement, soudain, fait, faire, font, va, vont, vient, viennent, peut, \
    peuvent, doit, veut, sait, voit, voir, regarde, regardent, regardant, attend, attendent, \
    tient, tiennent, reste, restent, tombe, tombent, passe, passent, être, avoir, a, ont, ai, as, \
    avait, avaient, étaient, suis, es, sommes, êtes, sera, été, leurs, lui, eux, moi, toi, soi, \
    celui, celle, ceux, ci, m, t, bientôt, presque, ensemble, tard, tôt, au loin \
    | es: nada, algo, alguien, algún, alguna, algunos, algunas, cada, mismo, misma, otro, otra, \
    otros, otras, tal, cuyo, donde, porque, pues, entonces, luego, aún, todavía, siempre, ya, \
    aquí, allí, allá, ahí, lejos de, arriba, abajo, afuera, adentro, cerca de, poco, mucho, \
    demasiado, menos, también, así, solamente, lentamente, de pronto, de repente, hace, hacer, \
    hacen, va, van, viene, vienen, puede, pueden, debe, quiere, sabe, ve, ver, mira, miran, \
    mirando, espera, esperan, esperando, lleva, llevan, tiene, tienen, queda, quedan, cae, caen, \
    cayendo, pasa, pasan, ser, estar, haber, ha, han, fue, fueron, soy, eres, somos, sea, suyo, \
    mío, tuyo, ese, esa, esos, esas, aquel, aquella, aquellos, casi, juntos, juntas, \
    tarde o temprano, temprano, a lo lejos, llena de, lleno de, y \
    | pt: nada, algo, alguém, algum, alguma, alguns, algumas, cada, mesmo, mesma, outro, outra, \
    outros, outras, tal, cujo, onde, porque, pois, então, depois, ainda, sempre, já, aqui, ali, \
    lá, aí, longe, acima, abaixo, fora, dentro, perto, pouco, muito, demais, menos, também, \
    assim, somente, devagar, de repente, faz, fazer, fazem, vai, vão, vem, vêm, pode, podem, \
    deve, quer, sabe, vê, ver, olha, olham, olhando, espera, esperam, esperando, leva, tem, têm, \
    fica, ficam, cai, caem, caindo, passa, passam, ser, estar, haver, foi, foram, sou, somos, \
    seja, esses, essas, aquele, aquela, aquilo, quase, juntos, juntas, cedo, ao longe, nosso, \
    nossa, nossos, nossas, dele, dela, deles, delas, vista do, vista da, pra, pro, pelos, pelas, \
    num, numa \
    | it: niente, nulla, qualcosa, qualcuno, qualche, ogni, stesso, stessa, altro, altra, altri, \
    altre, tale, cui, dove, perché, poi, allora, ancora, sempre, già, qui, qua, lì, là, \
    lontano da, su e giù, giù, fuori, dentro, poco, molto, troppo, meno, anche, così, soltanto, \
    lentamente, all'improvviso, fa, fare, fanno, va, vanno, viene, vengono, può, possono, deve, \
    vuole, sa, vede, vedere, guarda, guardano, guardando, aspetta, aspettano, aspettando, \
    porta via, tiene, tengono, resta, restano, cade, cadono, cadendo, passa, passano, essere, \
    avere, ha, hanno, fu, furono, sei, siamo, sia, quella, quelle, quegli, quei, quasi, insieme, \
    presto, tardi, in lontananza, nostro, nostra, nostri, nostre, suoi, sue, miei, mie, tuoi, \
    tue, vostro, loro, degli, ed
    not = doesn't, doesnt, didn't, didnt, won't, wont, can't, cant, cannot, couldn't, wasn't, \
    wasnt, aren't, arent, weren't, ain't, aint, haven't, nothing, sans, w out, nary, zero \
    | de: nichts, keinerlei, ohne jede, ohne jeden \
    | fr: aucun des, sans aucun, sans aucune, nul, nulle \
    | es: sin ningún, sin ninguna, ni un, ni una, tampoco \
    | pt: sem nenhum, sem nenhuma, nem um, nem uma, tampouco \
    | it: senza alcun, senza alcuna, neanche, nemmeno, niente \
    | ja: 無人
    without figure = noone, no-one, nobody inside, nobody around, no one around, nobody else, not a soul, \
    unpopulated | de: niemand, keine menschenseele, unbewohnt | es: nadie | pt: ninguém | it: nessuno \
    | ja: 無人, 誰もいない
    tone = bright, brighter, pale, abandoned, decaying, crumbling, weathered, worn, faded, parked, leaning on, dying, \
    sleeping city, sun-kissed, sunkissed, wintry, snowless, autumnal, chilly, freezing, \
    frozen over, icy cold, stormy mood, overgrown, mossy, sunlit, shadowy, sepia-toned, grainy, \
    blurred, glittering, twinkling, sparkling, swaying, rippling, drifting slowly, towering, \
    looming, sprawling, bustling, crowded, busy, packed, desolate, barren, bleached, rugged, \
    rocky, sandy, muddy, dusty, steep, rolling, winding, curving, sloping, northern, southern, \
    eastern, western, wealthy, poor, rich, cheap, expensive, fancy, sexy, handsome, ugly, brave, \
    shy, angry, furious, tired, drunk, hungry, thirsty, blind, deaf, mute, naked, barefoot, \
    elderly, middle-aged, teenage, homeless, famous, unknown, secret, hidden, open, closed, half, \
    whole, entire, double, average, typical, classic, iconic, legendary, ordinary, everyday, \
    perfect, imperfect, loud, noisy, quietly, hushed, muffled, hollow, solid, fragile, brittle, \
    elastic, sticky, slippery, greasy, oily, fuzzy, fluffy, furry, hairy, bald, curly, wavy, \
    spiky, pointed, blunt, curled, folded, torn, ripped, cracked, shattered, chipped, bent, \
    stretched, hanging low, floating gently, reaching, wrapped, tied, bound, chained, locked, \
    trapped, stuck, left behind, late, early, mid, recent, current, next, previous, final, \
    initial, upper, lower, inner, outer, central, main, minor, major, super, ultra, mega, hyper, \
    very, quite, rather, pretty much, somewhat, totally, slightly, sort of, kind of, full-length, \
    dry, humid, moist, damp, soaked, drenched, dripping, pouring down, flooded, swollen, \
    arid air, sweltering, scorching, hot summer, sultry, breezy, gusty, windswept, wind-swept, \
    stormless, rising slowly, far below, far above, up high, high above, deep below, nearby, \
    upside down, inside out, side by side, face to face, one by one, hand in hand, arm in arm, \
    back to back \
    | de: leer, leerer, leeres, leerem, früh, früher, frühe, frühen, spät, später, später abend, \
    voll, volle, trocken, trockene, nass, nasse, nassen, feucht, verregnet, altmodisch, neu, \
    neue, neuer, neues, neuen, modern, moderne, moderner, modernes, hoch, hohe, hoher, hohes, \
    hohen, niedrig, breit, breite, schmal, schmale, rund, runde, dick, dünn, schwer, leicht, \
    fein, grob, rau, weich, zart, wild, wilde, wilder, zerbrochen, zerbrochene, kaputt, kaputte, \
    rostig, rostige, rostiger, staubig, staubige, schmutzig, sauber, hölzern, hölzerne, steinern, \
    golden glänzend, glitzernd, glitzernde, funkelnd, funkelnde, schimmernd, schimmernde, \
    glänzend, glänzende, strahlend, strahlende, altbau, melancholisch, melancholische, \
    nostalgisch, romantisch, romantische, düster, düstere, düsterer, unheimlich, unheimliche, \
    geheimnisvoll, geheimnisvolle, magisch, magische, friedlich, friedliche, ruhige, idyllisch, \
    weitläufig, verträumt, verträumte, nächster, letzte, letzter, letztes, letzten, erste, \
    erster, erstes, ersten, ganz allein, fern, ferne, ferner, nah, nahe, winzig, winzige, riesig, \
    riesige, riesiger, riesiges, gewaltig, gewaltige, kleinen, großen, alten, jungen, schönen, \
    schöner, schönes, langen, kurzen, kurz, tiefen, tiefer, tiefes, lauter, laut, leise, leisen, \
    leiser, warmen, warmer, warmes, kalter, kaltes, einsamen, einsames, traurige, trauriger, \
    glücklich, glückliche, verliebt, verliebte, müde, betrunken, nackt, heiß, heiße, heißer, \
    heißes, kühl, kühle, kühler, mild, milde, windig, windige, windiger, sommerlich, sommerliche, \
    frühlingshaft, zwei hohe, sanften, sanfter, sanftes, dunkler, dunkles, dunklem, finster, \
    finstere, finsterer, dämmrig, grell, grelle, matt, blass, blasse, bunt, bunte, bunter, \
    buntes, farbenfroh, farbig, farbige, farblos \
    | fr: vieil, vieilles, jeunes, petites, grands, beaux, belles, bel, nouveau, nouvelle, \
    nouveaux, ancien, ancienne, anciens, anciennes, long, longue, longs, longues, court, courte, \
    large, étroit, étroite, épais, épaisse, mince, lourd, lourde, léger, légère, fin, fine, \
    sauvage, sauvages, brisé, brisée, cassé, cassée, rouillé, rouillée, poussiéreux, \
    poussiéreuse, sale, propre, brillante, brillants, étincelant, étincelante, scintillant, \
    scintillante, mélancolique, nostalgique, romantique, mystérieux, mystérieuse, magique, \
    paisible, désert, déserte, vides, immense, minuscule, géant, géante, énorme, dernier, \
    dernière, premier, première, lointaine, lointaines, proche, nu, nue, fatigué, fatiguée, ivre, \
    heureux, heureuse, amoureuse, perdue, perdu, oublié, oubliée, caché, cachée, ouvert, ouverte, \
    fermé, fermée, sec, sèche, mouillé, mouillée, humide, tiède, glacial, venteux, coloré, \
    colorée, pâle, obscur, obscure, profond, profonde, haute, hauts, hautes, basse \
    | es: antiguo, antigua, antiguos, antiguas, nuevo, nueva, largo, larga, corto, corta, ancho, \
    ancha, estrecho, estrecha, alto, alta, altos, altas, baja, grueso, delgado, pesado, ligero, \
    salvaje, salvajes, roto, rota, rotos, oxidado, oxidada, polvoriento, polvorienta, sucio, \
    sucia, limpio, limpia, brillante, brillantes, reluciente, melancólico, melancólica, \
    nostálgico, romántico, romántica, misterioso, misteriosa, mágico, mágica, pacífico, desierta, \
    vacíos, vacías, inmenso, inmensa, diminuto, gigante, enorme, último, última, primer, primero, \
    primera, lejana, lejanos, cercano, desnudo, cansado, borracho, feliz, enamorado, enamorada, \
    perdido, perdida, olvidado, olvidada, escondido, abierto, abierta, cerrado, cerrada, seco, \
    seca, mojado, mojada, húmedo, húmeda, tibio, helada, ventoso, colorido, colorida, pálido, \
    profundo, profunda, solitario, solitaria, viejos, viejas, jóvenes, pequeños, pequeñas, \
    hermosos, hermosas, fuerte, loco, loca \
    | pt: antigo, antiga, antigos, antigas, novo, nova, longo, longa, curto, curta, largo, larga, \
    estreito, estreita, alto, alta, altos, altas, baixo, baixa, grosso, fino, pesado, leve, \
    selvagem, quebrado, quebrada, enferrujado, enferrujada, empoeirado, empoeirada, sujo, suja, \
    limpo, limpa, brilhante, brilhantes, melancólico, melancólica, nostálgico, romântico, \
    romântica, misterioso, misteriosa, mágico, mágica, pacífico, deserta, vazios, vazias, imenso, \
    imensa, minúsculo, gigante, enorme, último, última, primeiro, primeira, distantes, próximo, \
    nu, cansado, bêbado, feliz, apaixonado, apaixonada, perdido, perdida, esquecido, esquecida, \
    escondido, aberto, aberta, fechado, fechada, seco, seca, molhado, molhada, úmido, úmida, \
    morno, gelada, ventoso, colorido, colorida, pálido, profundo, profunda, solitário, solitária, \
    velhos, velhas, jovens, pequenos, pequenas, lindo, linda, forte, louco, louca, encostado, \
    encostada, parado, parada, deitado, sentado \
    | it: antico, antica, antichi, antiche, nuovo, nuova, lunga, corto, corta, largo, larga, \
    stretto, stretta, alto, alta, alti, alte, basso, bassa, spesso, sottile, pesante, leggero, \
    leggera, selvaggio, selvaggia, rotto, rotta, arrugginito, arrugginita, polveroso, polverosa, \
    sporco, sporca, pulito, pulita, brillante, brillanti, luccicante, malinconico, malinconica, \
    nostalgico, romantico, romantica, misterioso, misteriosa, magico, magica, pacifico, deserta, \
    vuoti, vuote, immenso, immensa, minuscolo, gigante, enorme, ultimo, ultima, primo, prima, \
    lontana, lontani, vicina, nudo, nuda, stanco, stanca, ubriaco, felice, innamorato, \
    innamorata, perduto, perduta, dimenticato, dimenticata, nascosto, aperto, aperta, chiuso, \
    chiusa, secco, secca, bagnato, bagnata, umido, umida, tiepido, gelida, ventoso, colorato, \
    colorata, pallido, profondo, profonda, solitario, solitaria, vecchi, vecchie, giovani, \
    piccoli, piccole, belli, belle, bel, bell, forte, pazzo, pazza
    """
}
