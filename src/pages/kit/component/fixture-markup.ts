// For the fixture test only: reads markup so that two spellings of the same elements compare as equal.

// The stock pagination has a midline ellipsis, which our typeface lacks: ours is the one on the baseline.
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", ctdot: '…' }
const decode = (text: string) => text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole)

/** Tags (with sorted attributes and class names) and texts (with single spaces), one a line. */
export function sameMarkup(html: string): string[] {
  const parts: string[] = []
  for (const [, tag, text] of html.matchAll(/(<(?:"[^"]*"|'[^']*'|[^>"'])*>)|([^<]+)/g)) {
    if (tag) parts.push(...readTag(tag))
    else if (text?.trim()) parts.push(decode(text).replace(/\s+/g, ' ').trim())
  }
  return parts
}

function readTag(tag: string): string[] {
  const name = /^<(\/?[\w-]+)/.exec(tag)?.[1]
  if (!name) return []
  const attributes = [...tag.slice(name.length + 1).matchAll(/([^\s=>/"]+)(?:="([^"]*)")?/g)]
    .map(([, key = '', value = '']) => [key.toLowerCase(), decode(value).trim()] as const)
    .map(([key, value]) => `${key}="${key === 'class' ? value.split(/\s+/).toSorted().join(' ') : value}"`)
  // A void element may be written with a closing tag or without.
  return name === '/path' ? [] : [`<${[name, ...attributes.toSorted()].join(' ')}>`]
}

/** Every option that a fixture gives, as a path: 'items[].label.classes'. What it fails to give, where that matters, too. */
// oxlint-disable-next-line no-explicit-any -- fixtures are untyped on purpose
export function optionPaths(options: any, component: string): string[] {
  const paths: string[] = []
  // oxlint-disable-next-line no-explicit-any -- fixtures are untyped on purpose
  const walk = (given: any, path: string) => {
    if (path) paths.push(path)
    if (path.endsWith('attributes')) return
    if (Array.isArray(given)) for (const item of given) walk(item, `${path}[]`)
    else if (given && typeof given === 'object') {
      for (const key of Object.keys(given)) walk(given[key], path ? `${path}.${key}` : key)
    }
  }
  walk(options, '')
  if (component === 'character-count' && !options.maxlength && !options.maxwords) paths.push('no maxlength')
  return paths
}
