/// The query parameters of `PUT /v1/entities/gazetteers/{name}`, whose body is the file.
package struct GazetteerRequest: Request {
    /// Of a dump of GeoNames: how many people a place must have to be taken.
    package var minPopulation: Int?

    package init() {}

    package static let parameters: [RequestParameter<Self>] = [
        RequestParameter("min_population", .integer(\.minPopulation))
    ]
}
