/// The version of the reply format: `schema` in every reply.
///
/// New keys do not raise it; a key that goes or changes its meaning does.
package let schema = 1
