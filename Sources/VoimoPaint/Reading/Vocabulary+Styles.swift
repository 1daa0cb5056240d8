// Colors, and the styles of hands and schools.
extension Vocabulary {
  /// Color words, and words for a mood that has colors.
  static let colors = """
    color red = red, scarlet, ruby, vermilion | de: rot, rote, roter, rotes, roten, rotem | fr: rouge, rouges \
    | es: rojo, roja, rojos, rojas | pt: vermelho, vermelha, vermelhos, vermelhas | it: rosso, rossa, rossi, rosse \
    | ja: 赤, 赤い, 紅, 真っ赤
    color crimson = crimson, blood red, blood-red | de: blutrot, purpurrot | fr: pourpre | ja: 深紅
    color orange = orange, amber, copper, rust, terracotta | de: orange, orangefarben, kupfern | es: naranja \
    | pt: laranja | it: arancione | ja: 橙, オレンジ色
    color gold = gold, golden, yellow, honey, brass, saffron, golden light | de: gold, golden, goldene, goldener, \
    goldenes, goldenen, gelb, gelbe, gelber, gelben | fr: doré, dorée, jaune, jaunes, or | es: dorado, dorada, amarillo, amarilla, oro \
    | pt: dourado, dourada, amarelo, amarela, ouro | it: dorato, dorata, giallo, gialla, oro | ja: 金色, 黄色, 黄色い, 黄金
    color green = green, emerald, jade, mossy, verdant, olive | de: grün, grüne, grüner, grünes, grünen \
    | fr: vert, verte, verts, vertes | es: verde, verdes | pt: verde, verdes | it: verde, verdi | ja: 緑, 緑色, 緑の
    color teal = teal, turquoise, cyan, aqua, seafoam | de: türkis | fr: turquoise | es: turquesa | pt: turquesa | it: turchese \
    | ja: 青緑
    color blue = blue, azure, cobalt, navy, sapphire, indigo | de: blau, blaue, blauer, blaues, blauen | fr: bleu, bleue, bleus, bleues \
    | es: azul, azules | pt: azul, azuis | it: blu, azzurro, azzurra, azzurri | ja: 青, 青い, 青色, 藍色
    color violet = violet, purple, lavender, lilac, ultraviolet, amethyst, mauve, plum | de: violett, violette, violetten, lila, purpur \
    | fr: violet, violette, mauve | es: violeta, morado, morada, púrpura | pt: violeta, roxo, roxa | it: viola, porpora \
    | ja: 紫, 紫色
    color pink = rose and gold, rose sky, rose light, pink, rosy, magenta, fuchsia, coral pink, rose-colored, rose gold | de: rosa, pink | es: rosado, rosada | pt: rosado, cor-de-rosa \
    | it: rosato | ja: ピンク, 桃色
    color white = white, ivory, snow-white | de: weiß, weiße, weißer, weißes, weißen | fr: blanc, blanche, blancs, blanches \
    | es: blanco, blanca, blancos, blancas | pt: branco, branca, brancos, brancas | it: bianco, bianca, bianchi, bianche | ja: 白, 白い, 真っ白
    color black = black, jet-black, pitch-black, ebony | de: schwarz, schwarze, schwarzer, schwarzes, schwarzen \
    | fr: noir, noire, noirs, noires | es: negro, negra, negros, negras | pt: preto, preta, pretos, pretas \
    | it: nero, nera, neri, nere | ja: 黒, 黒い, 真っ黒
    color grey = grey, gray, ashen | de: grau, graue, grauer, grauen | fr: gris, grise | es: gris, grises | pt: cinza, cinzento \
    | it: grigio, grigia | ja: 灰色
    color brown = brown, bronze, chestnut | de: braun, braune, brauner, braunen | fr: brun, brune, marron | es: marrón | pt: marrom \
    | it: marrone | ja: 茶色
    color silver = silver, silvery, platinum | de: silber, silbern, silberne, silbernes, silbernen | fr: argent, argenté, argentée | es: plata, plateado, plateada \
    | pt: prata, prateado, prateada | it: argento, argentato | ja: 銀色, 銀
    palette neon = neon, neon lights, fluorescent, electric blue, disco, rave | ja: ネオン
    palette gold = harvest, warm light, autumnal gold
    palette ice = icy, frozen, frost, frosty, arctic, polar, glacial, crystal, antarctic, pale, ice \
    | de: eis, eisig, eisige, gefroren, frost | fr: glace, glacé, gelé, givre | es: hielo, helado, congelado \
    | pt: gelo, gelado, congelado | it: ghiaccio, ghiacciato, gelato | ja: 氷, 凍った
    palette ember = molten, autumnal, ember glow
    palette noir = monochrome, black and white, black-and-white, b&w, greyscale, grayscale, noir, film noir, bw, \
    charcoal, shades of grey, shades of gray, white and black \
    | de: schwarz-weiß, schwarzweiß, schwarz und weiß, einfarbig | fr: noir et blanc, monochrome \
    | es: blanco y negro, monocromo | pt: preto e branco, monocromático | it: bianco e nero | ja: 白黒, モノクロ
    palette pastel = pastel, pastels, pastel colors, pastel colours, candy colors, candy, cotton candy, nursery | de: pastell \
    | fr: pastel | es: pastel | pt: pastel | it: pastello
    palette sepia = sepia, vintage, old photograph, faded photograph, parchment, antique, old film, retro \
    | de: sepia | fr: sépia | es: sepia | pt: sépia | it: seppia | ja: セピア
    palette rose = blush, cherry blossom pink, sakura
    palette teal = tropical, caribbean
    palette natural = full color, full colour, in color, in colour, natural colors
    """

  /// Hands, schools and techniques: brush, palette (or `-`), then the names.
  ///
  /// A palette in a row is the artist's own; one that the prompt names itself goes before it.
  static let styles = """
    film - = film, movie, cinematic, film still, photo, photograph, photographic, photorealistic, photorealism, realistic, realism, hyperrealistic, \
    35mm, kodak, kodachrome, movie still, anamorphic, polaroid, film grain, analog photo, tarkovsky, andrei tarkovsky, \
    deakins, roger deakins, kubrick, stanley kubrick, villeneuve, denis villeneuve, ridley scott, david lynch, lynch, \
    terrence malick, edward hopper, hopper, caspar david friedrich, friedrich, bierstadt, albert bierstadt, \
    andrew wyeth, wyeth, syd mead, documentary, steven spielberg, christopher nolan, fotorealistisch, 写真
    film noir = ansel adams, film noir, noir, noir film, german expressionism, sebastiao salgado, henri cartier-bresson, \
    fritz lang, silent film, nosferatu, fan ho
    film gold = wong kar-wai golden, greg rutkowski, rutkowski
    film neon = wong kar-wai, wong kar wai, blade runner, refn, nicolas winding refn
    film pastel = wes anderson, tim walker, shinkai, makoto shinkai, studio ghibli background
    film sepia = daguerreotype, tintype, old photo, vintage photo, old postcard, steampunk
    film violet = giger, h r giger, hr giger, beksinski, zdzislaw beksinski
    oil - = oil, oil painting, oil paint, oil on canvas, oils, impasto, palette knife, acrylic, acrylic painting, ölgemälde, öl, \
    peinture à l'huile, pintura al óleo, óleo, pintura a óleo, dipinto ad olio, olio su tela, 油絵, old master, old masters, renaissance, \
    baroque, constable, john constable, aivazovsky, ivan aivazovsky, van gogh, vincent van gogh, gogh, post-impressionism, \
    post-impressionist, expressionist, expressionism, edvard munch, munch, bob ross, gauguin, paul gauguin, fauvism, fauvist, \
    matisse, henri matisse, francis bacon, frida kahlo, kahlo, romanticism, delacroix, basquiat, jean-michel basquiat, jenny saville, chagall, \
    marc chagall, dali, salvador dali, magritte, rene magritte, surrealism, surrealist, el greco, goya, francisco goya, velazquez, \
    bosch, hieronymus bosch, bruegel, pieter bruegel, gustave courbet, courbet, leonardo da vinci, da vinci, michelangelo, raphael, botticelli
    oil gold = rembrandt, klimt, gustav klimt, vermeer, johannes vermeer, titian, golden hour oil
    oil noir = franz kline, grisaille
    oil ember = caravaggio, tenebrism, georges de la tour, mark rothko, rothko
    oil blue = picasso blue period, blue period, yves klein
    pointillist - = pointillism, pointillist, seurat, georges seurat, signac, paul signac, dots, stipple, stippling, mosaic, impressionism, \
    impressionist, monet, claude monet, renoir, auguste renoir, pissarro, camille pissarro, sisley, degas, edgar degas, \
    yayoi kusama, kusama, divisionism, impressionistisch, impressionnisme, impresionismo, impressionismo, 印象派, 点描
    wash - = watercolor, watercolour, water color, aquarelle, aquarell, gouache, wash, ink wash, turner, j m w turner, william turner, winslow homer, homer, \
    ghibli, studio ghibli, miyazaki, hayao miyazaki, sargent, john singer sargent, cezanne, paul cezanne, paul klee, klee, georgia o'keeffe, okeeffe, \
    wet on wet, beatrix potter, tove jansson, storybook, children's book illustration, acuarela, aquarela, acquerello, 水彩, 水彩画
    wash noir = sumi-e, sumi e, sumie, ink wash painting, shan shui, chinese ink painting, suibokuga, 水墨画, 墨絵, tusche
    wash pastel = soft pastel, pastel drawing, pastel painting, chalk pastel, chalk
    ink - = ink, ink drawing, pen and ink, line art, line drawing, ink line, manga, comic, comic book, graphic novel, bande dessinée, moebius, jean giraud, \
    hergé, herge, tintin, bilal, enki bilal, cross-hatching, hatching, otomo, katsuhiro otomo, akira, anime, cartoon, tim burton, \
    burton, ralph steadman, zeichnung, tinte, dessin, encre, tinta, dibujo, desenho, disegno, inchiostro, 漫画, アニメ, 線画
    ink noir = charcoal, charcoal drawing, charcoal sketch, pencil, pencil sketch, pencil drawing, graphite, sketch, etching, engraving, \
    gustave doré, gustave dore, doré, dore, dürer, durer, albrecht dürer, piranesi, gorey, edward gorey, escher, m c escher, beardsley, \
    aubrey beardsley, käthe kollwitz, kollwitz, kohlezeichnung, kohle, bleistift, bleistiftzeichnung, fusain, crayon, carboncillo, lápiz, \
    carvão, carboncino, matita, 鉛筆画, 木炭画, frank miller, sin city, woodcut engraving, junji ito, lithograph, drypoint
    woodblock - = woodblock, woodblock print, woodcut, wood block, ukiyo-e, ukiyo e, ukiyoe, japanese woodblock, hiroshige, utagawa hiroshige, utamaro, \
    kuniyoshi, yoshitoshi, hasui, kawase hasui, hiroshi yoshida, shin-hanga, shin hanga, holzschnitt, xylographie, \
    xilografía, xilogravura, xilografia, 浮世絵, 木版画, 広重, travel poster, art deco poster, art deco, tarot card, tarot, alphonse mucha, mucha, art nouveau, flat design, \
    flat illustration, vector art, paper cut, papercut, paper cutout, cut paper, kirigami, silhouette art, poster, charley harper, saul bass
    woodblock blue = hokusai, katsushika hokusai, 北斎, 葛飾北斎, cyanotype, delft, blueprint
    woodblock noir = linocut, lino cut, linoleum cut, lino print, linolschnitt, linogravure, linograbado, linogravura, linografia, stencil, stencil art, banksy, \
    scratchboard, frans masereel, masereel, street art, graffiti stencil, blek le rat, rotoscope noir
    woodblock crimson = shepard fairey, fairey, obey, soviet poster, constructivism, constructivist, propaganda poster, rodchenko
    halftone - = halftone, lichtenstein, roy lichtenstein, warhol, andy warhol, pop art, screenprint, screen print, silkscreen, riso, risograph, \
    comics dots, ben-day dots, newspaper print, offset print, pulp magazine
    neon neon = synthwave, vaporwave, retrowave, outrun, cyberpunk, neon, neon art, neon glow, tron, beeple, blacklight, dan flavin, flavin, laser, \
    80s, eighties, 1980s, glitch, glitch art, hologram, holographic, rave poster, ネオン, サイバーパンク
    pixel - = pixel art, pixelart, pixel, pixels, 8-bit, 8 bit, 16-bit, 16 bit, 8bit, 16bit, retro game, video game, nintendo, super nintendo, \
    gameboy, game boy, commodore 64, minecraft, voxel, voxels, lego, cross-stitch, cross stitch, pixelkunst, ドット絵, ピクセルアート
    facet - = low poly, low-poly, lowpoly, polygonal, polygon art, facets, cubist, cubism, picasso, pablo picasso, braque, georges braque, origami, \
    stained glass, kandinsky, wassily kandinsky, mondrian, piet mondrian, bauhaus, lyonel feininger, feininger, kubismus, cubisme, cubismo, \
    geometric abstraction, futurism, futurist, malevich, suprematism, glasmalerei, vitrail, ステンドグラス, キュビズム, franz marc
    """
}
