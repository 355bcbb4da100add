/// Articles in several languages as lines of NDJSON, made for these tests. None says which language it is in.
enum LanguageSamples {
    static let english = """
        {"id":"en","title":"Talks on the strait go on","text":"The negotiations about the strait will go on in Geneva next week, the ministers of both countries said after a long day. They had agreed on two points that were still open, but not on the question of the islands, which has divided them for years. An agreement is possible if both of them want it, said one of the diplomats."}
        """
    static let french = """
        {"id":"fr","title":"Les négociations sur le détroit reprennent","text":"Les négociations sur le détroit vont reprendre à Genève la semaine prochaine, ont annoncé les ministres des deux pays après une longue journée. Ils se sont mis d'accord sur deux points, mais pas sur les îles, qui les divisent depuis des années. L'accord est possible si les deux le veulent, a déclaré un diplomate, et il est dans l'intérêt de tous."}
        """
    static let german = """
        {"id":"de","title":"Verhandlungen über die Meerenge gehen weiter","text":"Die Verhandlungen über die Meerenge werden in der kommenden Woche in Genf fortgesetzt, sagten die Minister der beiden Länder nach einem langen Tag. Sie haben sich auf zwei Punkte geeinigt, aber nicht auf die Frage der Inseln, die sie seit Jahren trennt. Eine Einigung ist möglich, wenn beide sie wollen, hieß es aus den Häusern der Diplomaten."}
        """
    static let spanish = """
        {"id":"es","title":"Siguen las negociaciones sobre el estrecho","text":"Las negociaciones sobre el estrecho van a seguir en Ginebra la semana que viene, dijeron los ministros de los dos países después de un día largo. Se han puesto de acuerdo en dos puntos, pero no en la cuestión de las islas, que los divide desde hace años. La negociación no es fácil, pero es posible si los dos la quieren, según un diplomático."}
        """
    static let russian = """
        {"id":"ru","title":"Переговоры о проливе продолжаются","text":"Переговоры о проливе будут продолжены в Женеве на следующей неделе, сказали министры двух стран после долгого дня. Они договорились по двум вопросам, но не о том, кому принадлежат острова, из-за которых они спорят уже много лет. Соглашение возможно, если его хотят обе стороны, сказал один из дипломатов, и это было бы хорошо для всех."}
        """
    static let japanese = """
        {"id":"ja","title":"海峡をめぐる協議が再開","text":"日本と中国の外相は東京都内で会談し、海峡をめぐる協議を来週ジュネーブで再開することで一致した。両国は二つの点で合意したが、島の問題は残っている。サミットの前に合意できるかどうかは、まだ分からない。"}
        """
    static let chinese = """
        {"id":"zh","title":"海峡谈判将继续","text":"两国外交部长在北京举行会谈，同意下周在日内瓦继续就海峡问题进行谈判。双方已就两点达成协议，但岛屿问题仍未解决。"}
        """
    static let korean = """
        {"id":"ko","title":"해협 협상 재개","text":"대통령은 서울에서 열린 정상회담에서 해협 협상을 다음 주 제네바에서 재개하기로 했다고 밝혔다. 두 나라는 두 가지 점에서 합의했다."}
        """
    static let all = [english, french, german, spanish, russian, japanese, chinese, korean]
}
