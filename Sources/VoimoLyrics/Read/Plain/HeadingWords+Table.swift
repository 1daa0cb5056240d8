extension HeadingWords {
  /// What the parts of a song are called in the languages of lyric sites, by voimo's labels;
  /// without accents, words joined by `-`.
  ///
  /// `drop` and `build` are labels of their own: a drop is no break.
  static let names: [(label: String, names: String)] = [
    (
      "intro",
      """
      intro introduction introduccion introducao introduzione introducere prelude preludio prelud \
      einleitung vorspiel opening inizio wstep uvod wprowadzenie giris вступление интро \
      вступ увод εισαγωγη 前奏 序 序曲 序奏 引子 引言 イントロ 前奏曲 인트로 도입 도입부 전주 서주 \
      مقدمة פתיחה फ़िलर อินโทร dao-dau nhac-dao
      """
    ),
    (
      "verse",
      """
      verse vers verso verset strophe couplet copla estrofa strofa zwrotka sloka strofe \
      vers1 kita kita-kupe kuple couple parte rap rap-verse versuri versszak \
      sakeisto sae dortluk bait kho doan loi куплет стих \
      строфа κουπλε στιχος 主歌 主歌部分 正歌 第一段 第二段 第三段 段落 歌詞 ａメロ aメロ \
      bメロ aメロディ メロ ヴァース バース 平歌 절 벌스 버스 구절 مقطع كوبليه בית \
      ท่อน เวิร์ส ท่อนแรก
      """
    ),
    (
      "pre-chorus",
      """
      pre-chorus prechorus pre-refrain prerefrain pre-coro precoro pre-refrao prerefrao pre-hook \
      prehook pre-estribillo preestribillo pre-ritornello preritornello pre-refren prerefren \
      vor-refrain vorrefrain pre-nakarat lift climb пред-припев предприпев прехорус \
      пред-приспів предприспів переход распевка 导歌 導歌 预副歌 預副歌 副歌前 前副歌  \
      プレコーラス サビ前 프리코러스 프리-코러스 프리코러스
      """
    ),
    (
      "chorus",
      """
      chorus refrain ref refr chor hook coro refrao estribillo ritornello refren refrein refrang refrang \
      kehrreim omkved kertosae refran nakarat diep-khuc dk kor refreng tornada stribillo \
      choeur choral chours chrous припев приспів приспив хор рефрен ρεφρεν επωδος 副歌 副歌部分 \
      合唱 高潮 サビ さび コーラス リフレイン リフ 大サビ ラスサビ 落ちサビ 후렴 후렴구 코러스 훅 \
      싸비 لازمة كورس פזמון कोरस मुखड़ा คอรัส ท่อนฮุก ฮุก
      """
    ),
    (
      "post-chorus",
      """
      post-chorus postchorus post-refrain postrefrain post-coro postcoro post-refrao postrefrao \
      post-estribillo postestribillo post-hook posthook post-refren postrefren after-chorus \
      пост-припев постприпев 后副歌 後副歌 ポストコーラス 포스트코러스
      """
    ),
    (
      "bridge",
      """
      bridge middle-eight middle-8 middle8 puente pont ponte brucke bruecke brug bro bron most \
      mostek kopru zwischenteil c-teil c-part cau-noi special spezial мост бридж міст мостик γεφυρα \
      桥段 橋段 间桥 過橋 过桥 桥 ブリッジ cメロ dメロ ｃメロ 브릿지 브리지 جسر גשר ท่อนบริดจ์ บริดจ์
      """
    ),
    (
      "inst",
      """
      inst instr instrumental instrumentale instrumentalny instrumentaal instrumentalteil interlude \
      interludio interludium interluda zwischenspiel intermezzo entreacte mezihra przerywnik \
      ara-nagme musikk musique musica musik music riff vamp turnaround проигрыш инструментал \
      интерлюдия програш инструментальный музыка οργανικο 间奏 間奏 间奏曲 過門 过门 器乐 インスト \
      間奏曲 간주 간주곡 인스트루멘탈 연주 موسيقى נגינה मुज़िक ดนตรี
      """
    ),
    (
      "solo",
      """
      solo soli soli assolo gitarrensolo guitarsolo solo-de-guitarra соло гитарное-соло σολο 独奏 \
      獨奏 ソロ ギターソロ 솔로 기타솔로 צולו
      """
    ),
    (
      "break",
      """
      break breakdown брейк брейкдаун pausa pause ブレイク 브레이크 브레이크다운
      """
    ),
    (
      "outro",
      """
      outro outroduction ending coda finale final-outro epilogue epilogo epilog epilogi fade-out \
      fadeout fade nachspiel schluss ende salida cierre sortie fin zakonczenie zaver loppu slut \
      bitis аутро концовка кода финал эпилог окончание κλεισιμο 尾奏 尾声 尾聲 结尾 結尾 終章 \
      アウトロ エンディング 後奏 아웃트로 아우트로 후주 엔딩 خاتمة סיום เอาท์โทร
      """
    ),
    ("drop", "drop beat-drop drops дроп ドロップ 드롭"),
    ("build", "build buildup build-up rise riser билдап ビルドアップ 빌드업"),
    ("spoken", "spoken spoken-word skit talking dialog dialogue parlato hablado gesprochen parle"),
  ]

  /// The label of every name.
  static let labels: [String: String] = {
    var labels: [String: String] = [:]
    for (label, names) in names {
      for name in names.split(separator: " ") where labels[folded(String(name))] == nil {
        labels[folded(String(name))] = label
      }
    }
    return labels
  }()

  /// Words that tell which part it is, or who plays it, and name none themselves.
  static let qualifiers: Set<String> = Set(
    """
    the a an and last final first second third fourth fifth one two three four five six main alt \
    alternate alternative repeat repeated rep repeats reprise half double big short long extended \
    extra full new old same part section pt no nr number all both male female lead vocal vocals \
    acapella acappella soft quiet loud guitar guitars piano bass drum drums sax saxophone violin \
    strings synth keyboard organ trumpet horn horns flute harmonica percussion beat electric \
    acoustic talk box whistle scat rap rapped sung de du la le les el del da do di der die das le \
    guitarra guitare gitarre gitarren chitarra batterie bateria ultimo ultima derniere dernier \
    letzter letzte erster erste zweiter zweite primera primer segunda segundo primo prima secondo \
    seconda premier premiere deuxieme ostatni ostatnia finale final последний \
    второй первый
    """.split(separator: " ").map(String.init))

  /// Numbers in words and Roman letters at a heading's end.
  static let ordinals = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "first": 1, "second": 2, "third": 3, "uno": 1, "dos": 2, "tres": 3, "eins": 1,
    "zwei": 2, "drei": 3, "un": 1, "deux": 2, "trois": 3, "一": 1, "二": 2, "三": 3, "四": 4,
  ]

  /// Names that are also words which people sing or write on a line of their own; alone they count
  /// in square brackets only.
  static let ambiguous: Set<String> = Set(
    """
    end ende fin final finale rise riser lift climb music musik musikk musique musica pause pausa \
    special spezial part parte slut fade fade-out fadeout loppu riff vamp opening talking parle \
    hablado couple rap most salida cierre sortie dialog dialogue skit kita bait bitis refran copla \
    zaver inicio uvod choral sae kor parlato gesprochen
    """.split(separator: " ").map(String.init))

  /// Further names of that kind that count in round brackets, behind `#` and before a colon, but
  /// not bare.
  static let ambiguousAlone: Set<String> = [
    "break", "breakdown", "drop", "drops", "build", "buildup", "build-up", "coda", "hook", "ending",
    "spoken", "spoken-word", "solo", "bridge", "pont", "ponte", "puente", "brug", "bron",
  ]
}
