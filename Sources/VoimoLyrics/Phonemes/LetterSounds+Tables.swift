/// What letters sound like in English: a spelling, then its phones; entries are parted by bars.
extension LetterSounds {
  /// Letters and digits alone.
  static let single: [Character: [String]] = table(
    """
    a æ|b b|d d|e ɛ|f f|h h|i ɪ|j d͡ʒ|k k|l l|m m|n n|o ɑ|p p|q k|r ɹ|t t|u ʌ|v v|w w|x k s|z z
    0 z ɪ ɹ oʊ|1 w ʌ n|2 t u|3 θ ɹ i|4 f ɔ ɹ|5 f aɪ v|6 s ɪ k s|7 s ɛ v ə n|8 eɪ t|9 n aɪ n
    """
  ).reduce(into: [:]) { if let letter = $1.key.first { $0[letter] = $1.value } }

  /// What words begin with.
  static let beginnings = table("kn n|wr ɹ|gn n|ps s|wh w|who h u|a ə|be b ɪ|re ɹ ɪ")
    .filter { $0.key.count > 1 }

  /// What words end with.
  static let endings = table(
    """
    e|es z|ed d|ted t ə d|ded d ə d|ses s ə z|ces s ə z|shes ʃ ə z|ches t͡ʃ ə z|ing ɪ ŋ|in ɪ n
    y i|ies i z|ied i d|er ɝ|ers ɝ z|or ɝ|ar ɝ|le ə l|les ə l z|tion ʃ ə n|tions ʃ ə n z
    sion ʒ ə n|ous ə s|ful f ə l|less l ə s|ness n ə s|ture t͡ʃ ɝ|tures t͡ʃ ɝ z|ly l i
    ment m ə n t|al ə l|en ə n|on ə n|ight aɪ t|ind aɪ n d|ild aɪ l d|old oʊ l d|ay eɪ|ow oʊ
    ows oʊ z|own aʊ n|mb m|ce s|ge d͡ʒ|se z|ve v|ck k|ds d z|gs g z|ns n z|ms m z|ls l z|rs ɹ z
    bs b z|ys i z|ws z|all ɔ l|alk ɔ k|ain eɪ n
    """)

  /// Letters that together have a sound of their own.
  static let spellings = table(
    """
    igh aɪ|eigh eɪ|ough oʊ|augh ɔ|tch t͡ʃ|ch t͡ʃ|sh ʃ|th θ|ph f|wh w|ck k|ng ŋ|nk ŋ k|qu k w
    dge d͡ʒ|sc s k|sce s ɛ|sci s ɪ|ee i|ea i|eer ɪ ɹ|ear ɪ ɹ|oo u|ook ʊ k|ood ʊ d|oor ɔ ɹ|oa oʊ
    oar ɔ ɹ|ai eɪ|air ɛ ɹ|ay eɪ|ei i|ey i|eye aɪ|ie i|ier ɪ ɹ|oi ɔɪ|oy ɔɪ|ou aʊ|our aʊ ɝ|ow aʊ
    au ɔ|aw ɔ|ew u|ue u|ui u|ar ɑ ɹ|are ɛ ɹ|er ɝ|ir ɝ|ire aɪ ɝ|or ɔ ɹ|ore ɔ ɹ|ur ɝ|ure ʊ ɹ
    wor w ɝ|war w ɔ ɹ|wa w ɑ|al ɔ l|alk ɔ k|oul ʊ|ould ʊ d|ind aɪ n d|old oʊ l d|olk oʊ k
    oll oʊ l|tion ʃ ə n|sion ʒ ə n|cious ʃ ə s|tious ʃ ə s|ture t͡ʃ ɝ|bb b|dd d|ff f|gg g|ll l
    mm m|nn n|pp p|rr ɹ|ss s|tt t|zz z|cc k|mb m|gh|kn n|ax æ k s|ex ɛ k s|ven v ə n
    """)

  /// Frequent words that no rule gets right.
  static let exceptions = table(
    """
    a ə|the ð ə|i aɪ|you j u|your j ɔ ɹ|youre j ɔ ɹ|to t u|too t u|two t u|do d u|of ʌ v
    and æ n d|an æ n|is ɪ z|was w ʌ z|has h æ z|his h ɪ z|as æ z|are ɑ ɹ|were w ɝ|be b i
    been b ɪ n|he h i|she ʃ i|we w i|me m i|my m aɪ|by b aɪ|they ð eɪ|them ð ɛ m|their ð ɛ ɹ
    there ð ɛ ɹ|theyre ð ɛ ɹ|then ð ɛ n|than ð æ n|that ð æ t|thats ð æ t s|this ð ɪ s
    these ð i z|those ð oʊ z|though ð oʊ|with w ɪ ð|without w ɪ ð aʊ t|what w ʌ t|who h u
    whose h u z|where w ɛ ɹ|here h ɪ ɹ|have h æ v|ive aɪ v|im aɪ m|ill aɪ l|id aɪ d|give g ɪ v
    live l ɪ v|love l ʌ v|loves l ʌ v z|loved l ʌ v d|lover l ʌ v ɝ|above ə b ʌ v|come k ʌ m
    comes k ʌ m z|some s ʌ m|someone s ʌ m w ʌ n|something s ʌ m θ ɪ ŋ|somebody s ʌ m b ɑ d i
    one w ʌ n|once w ʌ n s|none n ʌ n|done d ʌ n|gone g ɔ n|said s ɛ d|says s ɛ z|again ə g ɛ n
    any ɛ n i|many m ɛ n i|anymore ɛ n i m ɔ ɹ|every ɛ v ɹ i|evry ɛ v ɹ i|never n ɛ v ɝ
    ever ɛ v ɝ|over oʊ v ɝ|only oʊ n l i|heart h ɑ ɹ t|hearts h ɑ ɹ t s|hear h ɪ ɹ|head h ɛ d
    dead d ɛ d|bread b ɹ ɛ d|road ɹ oʊ d|world w ɝ l d|word w ɝ d|words w ɝ d z|girl g ɝ l
    baby b eɪ b i|people p i p ə l|water w ɔ t ɝ|friend f ɹ ɛ n d|eyes aɪ z|eye aɪ|dont d oʊ n t
    wont w oʊ n t|cant k æ n t|aint eɪ n t|want w ɑ n t|go g oʊ|goes g oʊ z|going g oʊ ɪ ŋ
    no n oʊ|so s oʊ|oh oʊ|ooh u|ah ɑ|la l ɑ|na n ɑ|yeah j ɛ ə|hey h eɪ|know n oʊ|knows n oʊ z
    now n aʊ|how h aʊ|down d aʊ n|town t aʊ n|could k ʊ d|would w ʊ d|should ʃ ʊ d|through θ ɹ u
    thought θ ɔ t|enough ɪ n ʌ f|night n aɪ t|nothing n ʌ θ ɪ ŋ|mind m aɪ n d|find f aɪ n d
    kind k aɪ n d|all ɔ l|shall ʃ æ l|always ɔ l w eɪ z|put p ʊ t|full f ʊ l|sure ʃ ʊ ɹ
    blood b l ʌ d|door d ɔ ɹ|poor p ʊ ɹ|move m u v|lose l u z|whole h oʊ l|wish w ɪ ʃ
    away ə w eɪ|maybe m eɪ b i|because b ɪ k ʌ z|cause k ʌ z|cuz k ʌ z|wanna w ɑ n ə
    gonna g ʌ n ə|gotta g ɑ t ə|very v ɛ ɹ i|body b ɑ d i|off ɔ f|if ɪ f|on ɑ n|in ɪ n|it ɪ t
    its ɪ t s|up ʌ p|us ʌ s|at æ t|or ɔ ɹ|for f ɔ ɹ|from f ɹ ʌ m|out aʊ t|young j ʌ ŋ
    touch t ʌ t͡ʃ
    """)
}
