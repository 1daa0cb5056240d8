// Words that show nothing by themselves: grammar, numbers, tone.
extension Vocabulary {
  /// Grammar.
  ///
  /// Any word here means what stands before `=` and nothing that could be seen.
  static let grammar = """
    not = without, no, not, never, neither, nor, minus, none, lacks, lacking, isn't, isnt, don't, dont, \
    empty of, free of, devoid of, free from, instead of, rather than, avoid, exclude, excluding, hardly any, \
    barely any, not any, no more \
    | de: ohne, kein, keine, keinen, keiner, keinem, keines, nicht, nie, niemals, weder, frei von, statt, anstatt \
    | fr: sans, pas de, pas d, pas, aucun, aucune, jamais, ni, non | es: sin, no, ningún, ninguna, ninguno, \
    nunca, jamás, ni | pt: sem, não, nenhum, nenhuma, nunca, jamais, nem \
    | it: senza, nessun, nessuno, nessuna, non, mai, né | ja: なし, 無し, ない, のない, がない, いない, ではない, 無い, なしの
    small = nothing but, not only, no longer, not just, no matter, nothing else but, no doubt, none other than, \
    not unlike, never ending, never-ending, never ends, black box theater, no one but, why not \
    | de: nicht nur, nichts als | fr: rien que, non seulement | es: no solo, nada más que
    but = but, except, apart from, only, though, yet, just | de: aber, außer, sondern, nur, doch \
    | fr: mais, sauf, seulement | es: pero, salvo, excepto, sino, solo | pt: mas, exceto, só, somente \
    | it: ma, tranne, eccetto, solo | ja: しかし, だけ
    join = and, or, plus, as well as | de: und, oder, sowie | fr: et, ou | es: y, e, o, u | pt: e, ou | it: e, ed, o, oppure \
    | ja: と, や, とか
    at = in, on, at, by, over, under, through, across, beside, near, along, between, behind, before, \
    after, during, beneath, above, below, against, around, inside, into, onto, past, beyond, upon, \
    towards, toward, from, with, of, to, within, underneath, amid, amidst, among, off, outside, via, next to, down, up \
    | de: in, im, ins, an, am, ans, auf, bei, beim, über, unter, durch, neben, entlang, zwischen, \
    hinter, vor, nach, während, gegen, um, von, vom, mit, zu, zum, zur, aus, hinaus, inmitten, überm, unterm \
    | fr: dans, sur, sous, à, au, aux, en, par, avec, près, devant, derrière, entre, pendant, vers, de, du, des, d, chez, contre, le long \
    | es: en, sobre, bajo, a, al, por, con, cerca, ante, tras, entre, durante, hacia, de, del, desde, junto \
    | pt: em, no, na, nos, nas, sobre, sob, a, ao, à, às, aos, por, pelo, pela, com, perto, entre, durante, de, do, da, dos, das, num, numa, junto \
    | it: in, nel, nella, nei, nelle, nello, nell, su, sul, sulla, sui, sulle, sull, sotto, a, al, alla, ai, alle, all, per, con, \
    vicino, davanti, dietro, tra, fra, durante, verso, di, del, della, dei, delle, dello, dell, da, dal, dalla, d \
    | ja: で, に, へ, から, まで, を, は, が, も, の, な, な夜, の中, の上, の下
    small = rose over, rose above, rose up, rose from, sun rose, one day, some day, someday, every day, everyday, day by day, these days, night and day, day and night, \
    all day, all night long, front, in front of, back of, paper, a, an, the, this, that, these, those, my, your, his, her, its, our, their, it, i, you, he, \
    she, we, they, me, him, us, them, is, are, was, were, be, been, being, am, there, here, where, \
    who, which, what, when, while, as, like, so, very, too, also, some, any, every, each, all, both, many, much, more, most, \
    few, several, other, another, same, such, own, will, would, can, could, should, shall, may, might, must, has, have, \
    had, do, does, did, done, if, then, than, how, why, because, since, until, till, again, still, ever, always, \
    away, back, out, now, just as, almost, about, one another, each other, let, lets, get, gets, got, go, goes, gone, going, come, comes, \
    coming, came, make, makes, made, making, take, takes, took, see, sees, seen, saw, look, looks, looking, \
    looked, leave, leaves behind, leaving, left, right, stand, stands, standing, stood, sees the, lie, lies, lying, \
    hang, hangs, hanging, rise, rises, rising, set, sets, setting, fall, falls, fell, fallen, shine, \
    shines, shining, show, shows, showing, shown, seem, seems, view, views, scene, scenes, image, picture, \
    pictures, shot, shots, frame, style, in the style of, style of, style by, inspired by, background, foreground, middle, side, top, centre, \
    center, edge, distance, far away, part, kind, way, ways, time, times, moment, moments, two thirds, wave goodbye, waves goodbye, \
    yeah, oh, ooh, hey, la, na, please, thing for, s, t, re, ve, ll, d, m, everything, everyone, nothing, something, anything, \
    everywhere, somewhere, nowhere, paint, painted, painting, paints, print, printed, prints, draw, drawn, shaft, shafts, \
    light, lights, lit, light shafts, shafts of light, light shaft, shaft of light, rays of light, ray of light, beam of light, beams of light, \
    glow, glows, glowing, gleaming, shimmer, shimmering, glimmer, glimmering, \
    reflect, reflects, reflected, reflecting, reflection, reflections, mirrored, mirroring, \
    faded, fading, fade, fades, bright, brightly, brighter, shadow, shadows, shade, \
    rings, filled, full, full of, covered, covered in, surrounded, surrounded by, turning, turn, turns, passing, pass, passes, \
    moving, moves, move, waiting, wait, waits, watching, watch the, watches, watched, watching over, walking home, going home, \
    carry, carries, carrying, carried, hold, holds, holding, held, keep, keeps, kept, grow, grows, growing, \
    hide, hides, hidden, hiding, cross, crosses, crossing, follow, follows, following, touch, touches, \
    touching, meet, meets, meeting, reach, reaches, stretching, stretches, lead, leads, leading, \
    wide shot, close-up, close up, aerial view, aerial, panorama, panoramic, wide angle, low angle, overhead, \
    bird's eye view, birds eye view, 4k, 8k, hd, hdr, uhd, highly detailed, trending on artstation, masterpiece, award winning, octane render, \
    unreal engine, best quality, sharp focus, bokeh, depth of field, high resolution, text, watermark, logo, \
    signature, frame border, blurry, low quality, words, writing on it, letters on it, \
    lookalike, eine art, be like, as if, as though \
    | de: der, die, das, den, dem, des, ein, eine, einer, eines, einem, einen, ich, du, er, sie, es, wir, ihr, mein, \
    dein, sein, ist, sind, war, wird, werden, hat, haben, wie, wo, wer, was, wenn, als, so, sehr, auch, \
    noch, schon, hier, dort, da, dieser, diese, dieses, alle, alles, viele, mehr, man, sich, mir, mich, dir, dich, uns, euch, \
    ihm, ihn, ihnen, immer, licht, lichter, leuchtet, leuchtend, scheint, steht, stehen, liegt, liegen, fällt, \
    spiegelt, spiegelung, art, stil, bild, szene, blick, weit, hell, helle, heller, zeigt, kommt, gehen, voller, voll \
    | fr: le, la, les, l, un, une, je, tu, il, elle, on, nous, vous, ils, elles, ce, cette, ces, cet, mon, ma, mes, ton, ta, tes, son, sa, \
    ses, notre, votre, leur, leurs, est, sont, était, qui, que, qu, quoi, où, quand, comme, si, très, plus, tout, toute, tous, \
    toutes, y, ne, n, s, c, j, m, t, lumière, lumières, style, image, scène, vue, peint, peinte, peinture, brille, brillant, plein, pleine \
    | es: el, la, los, las, un, una, unos, unas, yo, tú, él, ella, nosotros, ellos, ellas, mi, tu, su, sus, mis, tus, este, \
    esta, estos, ese, esa, que, quien, donde, cuando, como, si, muy, más, todo, toda, todos, todas, es, son, está, están, era, hay, lo, \
    le, les, se, me, te, nos, luz, luces, estilo, imagen, escena, vista, pintura, brilla, lleno, llena \
    | pt: o, os, as, um, uma, uns, umas, eu, tu, ele, ela, nós, eles, elas, meu, minha, teu, tua, seu, sua, \
    seus, suas, este, esta, esse, essa, que, quem, onde, quando, como, se, muito, mais, todo, toda, todos, é, são, está, \
    estão, era, há, me, te, lhe, luz, luzes, estilo, imagem, cena, vista, pintura, brilha, cheio, cheia \
    | it: il, lo, la, i, gli, le, l, un, uno, una, io, tu, lui, lei, noi, voi, loro, mio, mia, tuo, tua, suo, \
    sua, questo, questa, questi, quello, che, chi, dove, quando, come, se, molto, più, tutto, tutta, tutti, \
    è, sono, era, c, ci, mi, ti, si, ne, luce, luci, stile, immagine, scena, vista, dipinto, brilla, pieno, piena \
    | ja: です, ます, いる, ある, する, した, して, この, その, あの, 光, 私, 僕, 君, たち, よう, ような, 輝く, 立ってる, 光る, 照らす, 満ちた, かかる, 大きな, 小さな, 上, 下, 中, 画, 絵, 風, 風の, 見る, 立つ, 立っている, 昇る, 沈む, 降る
    tone = heat wave, sound wave, sound waves, \
    light years, white noise, clearing, dust, dusty air, velvet, cinematic feel, glorious, hazy memories, sleepy, gloomy, somber, sombre, bleak, grim, \
    cheerful, playful, tense, ominous, sinister, sacred, holy, divine, royal, urban decay, rustic, rural, tropical heat, humid, frozen time, gigantic, enormous, massive, \
    narrow, broad, round, square, curved, twisted, tangled, crooked, shiny, shining bright, sparkling, sparkle, transparent, opaque, colorless, plain, fine, \
    luminous, radiant, quiet, calm, wide, close, soft, lonely, lonesome, alone, sad, happy, joyful, beautiful, epic, \
    dreamy, dreamlike, gentle, tender, small, little, big, large, huge, giant, tiny, tall, high, low, deep, long, short, \
    old, young, new, ancient, modern, empty, silent, silence, warm, cold, cool, hot, thin, thick, heavy, slow, fast, still, \
    wild, free, lost, broken, distant, far, near, first, last, clear, dim, dull, sharp, rough, smooth, \
    endless, infinite, eternal, eternity, magical, magic, mystic, mystical, mysterious, strange, weird, eerie, romantic, \
    melancholic, melancholy, nostalgic, moody, mood, atmospheric, atmosphere, ethereal, serene, peaceful, \
    peace, tranquil, majestic, dramatic, cosy, cozy, hope, love, memory, memories, mind, thought, thoughts, emotion, \
    feeling, feelings, soul, spirit, life, death, freedom, fear, rage, anger, pain, joy, happiness, sorrow, dream, dreams, \
    sleep, song, songs, music, beat, voice, voices, sound, sounds, echo, name, names, story, world, worlds, earth, \
    nature, landscape, landscapes, scenery, detailed, intricate, elegant, simple, minimal, minimalist, vast, \
    great, good, bad, real, true, lovely, pretty, sweet, bitter, dirty, clean, dusty, rusty, wooden, stone, metal, \
    golden age, futuristic, medieval, victorian, spooky, haunted, abandoned, forgotten, wet, dry, misty-eyed, \
    bright and wide, wide and quiet, close and calm, rising light, another light, fading light, in motion, \
    air, wind, windy, breeze, breath, heat, cold air, fresh, bare, steep, lush, glassy, motion, movement, speed lines, \
    summer, spring, autumn, season, sky blue, year, years, days, hours, forever, never again, baby blue, \
    darkness, dark, drowning in, heaven on earth, home sweet home, away from home, golden light, vibrant, colorful, colourful, \
    saturated, bold, delicate, textured, layered, flat \
    | de: ruhig, ruhige, ruhiges, still, stille, einsam, einsame, einsamer, allein, traurig, schön, schöne, groß, große, großer, großes, \
    klein, kleine, kleiner, kleines, alt, alte, alter, altes, jung, junge, weit, weite, tief, tiefe, lang, lange, leer, leere, leeren, \
    warm, warme, kalt, kalte, kalten, sanft, sanfte, träumerisch, dunkel, dunkle, dunklen, liebe, traum, träume, leben, \
    seele, welt, zeit, musik, lied, stimme, wind, verlassen, verlassene, verlassenen, endlos, endlose \
    | fr: calme, tranquille, seul, seule, triste, beau, belle, grand, grande, grands, grandes, petit, petite, petits, \
    petites, vieux, vieille, jeune, vide, chaud, chaude, froid, froide, doux, douce, sombre, amour, rêve, \
    rêves, vie, âme, monde, temps, musique, chanson, voix, vent, silence, abandonné, abandonnée, infini, lointain \
    | es: tranquilo, tranquila, solo, sola, triste, hermoso, hermosa, grande, grandes, pequeño, pequeña, viejo, vieja, joven, \
    vacío, vacía, cálido, frío, fría, suave, oscuro, oscura, amor, sueño, sueños, vida, alma, mundo, tiempo, \
    música, canción, voz, viento, silencio, abandonado, abandonada, infinito, lejano \
    | pt: calmo, calma, sozinho, sozinha, triste, belo, bela, bonito, bonita, grande, grandes, pequeno, pequena, velho, \
    velha, jovem, vazio, vazia, quente, frio, fria, suave, escuro, escura, amor, sonho, sonhos, vida, alma, mundo, \
    tempo, música, canção, voz, vento, silêncio, abandonado, abandonada, infinito, distante \
    | it: calmo, calma, solo, sola, triste, bello, bella, grande, grandi, piccolo, piccola, vecchio, vecchia, \
    giovane, vuoto, vuota, caldo, calda, freddo, fredda, dolce, buio, amore, sogno, sogni, vita, anima, mondo, \
    tempo, musica, canzone, voce, vento, silenzio, abbandonato, abbandonata, infinito, lontano \
    | ja: 静か, 静かな, 寂しい, 孤独, 美しい, 古い, 若い, 広い, 深い, 暖かい, 冷たい, 愛, 心地, 世界, 時間, 音楽, 歌, 声, 風景, 永遠, 静寂
    count 1 = one, single, lone | de: eine einzige, einzelner, einzelne | ja: 一つ, 一人, 一つの, 一人の
    count 2 = two, twin, pair of, a pair of, both, couple of | de: zwei | fr: deux | es: dos | pt: dois, duas | it: due | ja: 二つ, 二人, 二つの, 二人の, ふたつ
    count 3 = three, triple | de: drei | fr: trois | es: tres | pt: três | it: tre | ja: 三つ, 三人, 三つの, 三人の
    count 4 = four | de: vier | fr: quatre | es: cuatro | pt: quatro | it: quattro | ja: 四つ, 四人
    count 5 = five | de: fünf | fr: cinq | es: cinco | pt: cinco | it: cinque | ja: 五つ, 五人
    count 6 = six | de: sechs | fr: six | es: seis | pt: seis | it: sei | ja: 六つ, 六人
    count 7 = seven | de: sieben | fr: sept | es: siete | pt: sete | it: sette | ja: 七つ, 七人
    count 8 = eight | de: acht | fr: huit | es: ocho | pt: oito | it: otto
    count 9 = nine, ten, dozen, a dozen | de: neun, zehn | fr: neuf, dix | es: nueve, diez | pt: nove, dez | it: nove, dieci
    """
}
