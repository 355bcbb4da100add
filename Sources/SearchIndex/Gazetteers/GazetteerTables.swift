import Entities

/// The project's tables and the folder of the user's, and the gazetteers that can be made of them. Blocks.
struct GazetteerTables: Sendable {
    typealias Table = (name: String, contents: String)

    let project: [Table]
    let folder: GazetteerFolder

    /// The gazetteer of the project's tables and the user's that are named; `new` stands for one that is not in the folder
    /// yet. The user's come first: where two rows claim one spelling, the first wins.
    /// - Throws: `GazetteerError` with the row that does not go together with the others.
    func gazetteer(with names: [String], new: Table? = nil) throws(GazetteerError) -> Gazetteer {
        var tables: [Table] = []
        for name in names {
            if let new, new.name == name {
                tables.append(new)
            } else {
                tables.append((name, try folder.contents(of: name)))
            }
        }
        return try Gazetteer(tables: tables + project)
    }

    /// The gazetteer of all tables that can be used together, and what is in the folder, with the reasons of those that
    /// cannot.
    func everythingUsable(or projectAlone: Gazetteer) -> (Gazetteer, [KeptGazetteer]) {
        var found: [KeptGazetteer] = []
        for name in folder.names {
            do throws(GazetteerError) {
                found.append(KeptGazetteer(name: name, contents: try folder.contents(of: name)))
            } catch {
                found.append(KeptGazetteer(name: name, problem: error.message))
            }
        }
        let all = found.filter(\.isUsed).map(\.name)
        if all.isEmpty { return (projectAlone, found) }
        if let gazetteer = try? gazetteer(with: all) { return (gazetteer, found) }
        // One by one, to find out which of them are to blame.
        var usable = projectAlone
        var used: [String] = []
        for index in found.indices where found[index].isUsed {
            do throws(GazetteerError) {
                usable = try gazetteer(with: used + [found[index].name])
                used.append(found[index].name)
            } catch {
                found[index].listed.problem = error.message
            }
        }
        return (usable, found)
    }
}
