// Proves components against the fixtures that govuk-frontend ships: same options, same markup.
// For tests only. An option that a component does not take is named with the reason; no fixture is skipped without one.
import { readFileSync } from 'node:fs'
import { createElement, Fragment, type VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { optionPaths, sameMarkup } from './fixture-markup.ts'

// oxlint-disable-next-line no-explicit-any -- fixtures are untyped on purpose
export type Options = any
export interface Port {
  draw: (options: Options) => VNode
  /** Options that the port does not take, by path ('items[].label' covers what is below it), and why. */
  without?: Record<string, string>
}

/** Markup from a fixture, as it stands; only this test may do so. */
export const raw = (html: string) => createElement(Fragment as never, { tpl: [html] } as never)
export const content = (given: Options, key = '') => {
  const [html, text] = key ? [given?.[`${key}Html`], given?.[`${key}Text`]] : [given?.html, given?.text]
  return html ? raw(html) : text
}
export const extra = (o: Options) => ({ class: o?.classes, attributes: o?.attributes })

/** One test for each component: every fixture whose options it takes, drawn the same. */
export function prove(ports: Record<string, Port>) {
  for (const [component, { draw, without = {} }] of Object.entries(ports)) {
    describe(component, () => {
      const path = new URL(
        `../../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
        import.meta.url,
      )
      const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as {
        fixtures: { name: string; options: Options; html: string }[]
      }
      const reasons = fixtures.map(fixture => {
        const paths = [...optionPaths(fixture.options, component), `fixture ${fixture.name}`]
        return Object.keys(without).filter(option =>
          paths.some(path => path === option || path.startsWith(`${option}.`)),
        )
      })

      test('draws the same markup for every fixture whose options it takes', () => {
        const drawn = fixtures.filter((_, index) => reasons[index]?.length === 0)
        expect(drawn.map(fixture => fixture.name)).toContain('default')
        for (const fixture of drawn) {
          expect(sameMarkup(render(draw(fixture.options))), fixture.name).toEqual(sameMarkup(fixture.html))
        }
      })

      test('names no option as left out that no fixture uses', () => {
        const used = new Set(reasons.flat())
        expect(Object.keys(without).filter(option => !used.has(option))).toEqual([])
      })
    })
  }
}
