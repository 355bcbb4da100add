/// Words that hardly a sentence of a language does without: articles, pronouns, prepositions, conjunctions, auxiliaries.
/// What `LanguageDetector` knows a language by.
///
/// A word that two languages share is in both lists. Languages without a stemmer are here so that their texts are not
/// taken for a neighbour's: Ukrainian for Russian, Czech for nothing at all.
enum FunctionWords {
    /// At most 32.
    static let lists: [(language: Language, words: String)] = [
        (
            .english,
            """
            the of and to in a is that for it was on with as his he be by at are this have from or had an they which you were
            her she all their we been has when who will more no if out so said what up its about into than them can only
            other new some could these two may then do not but there after also would over
            """
        ),
        (
            .french,
            """
            le la les de des du un une et à au aux en est que qui dans pour sur par pas plus ne se ce cette ces son sa ses avec
            il elle ils elles été sont ont mais ou où comme leur leurs nous vous après selon avait était fait deux être avoir
            aussi entre sans sous
            """
        ),
        (
            .german,
            """
            der die das und in den von zu mit dem des ist im für auf sich nicht ein eine auch es an als nach werden am aus er hat
            dass sie bei um einen einem einer wird zum zur sind war noch wie über haben vor so oder aber nur durch wurde kann
            bis mehr gegen wenn seine ihre unter keine beim
            """
        ),
        (
            .spanish,
            """
            el la los las de del y en que a un una por con para se no es al lo su sus como más pero fue ha este esta entre cuando
            muy sin sobre también me hasta hay donde han quien desde todo nos durante ya ni contra otros ese eso ante ellos
            según dos tras era ser son está
            """
        ),
        (
            .portuguese,
            """
            o a os as de do da dos das e em no na nos nas que um uma para com por não se mais foi ao à pelo pela são como mas ou
            seu sua seus suas é está ter quando muito já também só até isso entre depois sem mesmo aos ele ela eles após segundo
            sobre ser tem num numa há
            """
        ),
        (
            .italian,
            """
            il lo la i gli le di del della dei delle degli dello e è in nel nella nei un una che per con non si da dal dalla al
            alla ai sono più anche come ha hanno ma su sul sulla se o questo questa suo sua loro stato tra dopo anni due dell
            essere aveva era fra ne
            """
        ),
        (
            .dutch,
            """
            de het een en van in is dat op te zijn met voor niet aan er die om ook als dan maar bij uit door over naar was heeft
            hij ze wordt werd nog worden tot meer wel geen kan deze tegen zich hun hebben haar ik we of na waar moet onder jaar
            volgens omdat
            """
        ),
        (
            .swedish,
            """
            och i att det som en på är av för med den till ett har de inte om var han hon men sig från vid kan så när man ska skulle
            efter också under mot eller hade nu sin alla vi blev blir år dem vara här bara mellan enligt sedan andra
            """
        ),
        (
            .danish,
            """
            og i at det er en den til af på for de med der har ikke som et han var fra men sig om hun vi kan vil så efter ved også
            eller nu havde hvor når mod blev være under sin bliver hvad mig blive skal deres kun meget år siger ud over få
            """
        ),
        (
            .norwegian,
            """
            og i det er på til som en å for av at med har den de ikke et om han var fra men seg vi kan så hun etter ved også eller
            nå hadde hvor når mot ble være under sin blir hva meg bli skal deres bare mye år sier ut over få dette ha ein eg
            ikkje dei frå
            """
        ),
        (
            .finnish,
            """
            ja on ei se että oli hän joka mutta ovat kun niin myös kuin mukaan ole ovat sekä jo vain tai sen jos hänen olisi voi
            jotka mikä tämä joita kanssa tämän jälkeen vuoden sitä olivat eivät nyt ollut vielä vuonna jonka en sitten siitä
            ennen noin koko kaikki
            """
        ),
        (
            .hungarian,
            """
            a az és hogy nem is egy azt meg ez csak volt de már ha mint vagy van kell lesz még el ki szerint után aki ami pedig
            majd minden lehet ezt több sem nagy amely így mert között voltak vannak ő ezért által azonban arra akkor
            """
        ),
        (
            .romanian,
            """
            și în a de la cu că pe nu o din se pentru care este mai un au ce fi fost sunt după lui sau ca dar ale al ai prin
            când către acest această între până fără fie era va vor său sa iar despre cei cele cel ea el
            """
        ),
        (
            .turkish,
            """
            ve bir bu da de için ile olarak olan çok daha ne gibi kadar en sonra o var ama değil her ki olduğu ancak ise oldu
            göre önce diye olduğunu şu yok mi tarafından nin iki biz ben kendi ya hem bunun yeni dedi
            """
        ),
        (
            .catalan,
            """
            el la els les de del dels i en que a un una per amb és no al als es ha han seu seva més com però aquest aquesta també
            ser són va van quan sobre entre fins d'un pel pels està molt on perquè dos altres seus sense després segons
            """
        ),
        (
            .indonesian,
            """
            yang dan di dari untuk dengan ini itu dalam pada tidak akan ke adalah juga oleh sebagai tersebut bisa ada telah atau
            karena mereka kami saya kita dia sudah lebih para bahwa saat setelah menjadi tahun orang kepada seperti dapat
            """
        ),
        (
            .russian,
            """
            и в не на что с по как это он из его к за от для но а о у же было был бы она так или если мы они их все до при также
            во со только еще то я ее может после были том чтобы этого быть уже который которые
            """
        ),
        (
            .other,  // Ukrainian
            """
            і в на що не з до та у за як це про для він від його але й по є із так під або був вона вони було а ще через які який
            також щоб того якщо коли вже після між має
            """
        ),
        (
            .other,  // Bulgarian
            """
            на и в за се да от с не са е по че като до той при ще или но след към който беше които това има също със във бе
            бяха му ги повече през още само може
            """
        ),
        (
            .other,  // Serbian in Cyrillic
            """
            и у је да се на за су од са не који што као из то о али није по ће би до након због која или био када које
            """
        ),
        (
            .other,  // Serbian in Latin letters, Croatian, Bosnian
            """
            i u je da se na za su od sa s ne koji što kao iz to o ali nije po će bi do nakon zbog koja ili bio kada koje
            """
        ),
        (
            .other,  // Polish
            """
            w i na z do się nie że to jest o a od po jak przez za dla ze oraz był ale są co już który które jego tym przy tego
            przed było tylko która być pod może ich także
            """
        ),
        (
            .other,  // Czech and Slovak
            """
            a v se na je že s z do o to ve i k za jako by ale po si pro od byl jsou podle tak jeho které který nebo jen bude
            už při sa že nie pri alebo aj ako boli ktorý
            """
        ),
    ]
}
