/** What a server serves, read from Fastify’s own drawing of its routes. */

/** Every method and pattern in the drawing. */
export function servedBy(tree: string): { method: string; url: string }[] {
  const branches: string[] = []
  return tree.split('\n').flatMap(line => {
    const [, indent, part, methods] = /^(.*?)[└├]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
    // It draws all that ends in a star as one; those were checked when the server was built.
    if (indent === undefined || part === undefined || part === '*') return []
    branches.length = indent.length / 4
    branches.push(part)
    const url = branches.join('').replace('//', '/')
    return (methods?.split(', ') ?? []).map(method => ({ method, url }))
  })
}
