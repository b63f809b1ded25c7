// The pages of a long list, or the page before and after.
import { type Attributes, type Content, type Extra, names } from './markup.ts'

interface PageLink {
  href: string
  text?: Content
  /** The name of the page it leads to. */
  label?: string | undefined
  attributes?: Attributes | undefined
}

export interface PaginationProps extends Extra {
  previous?: PageLink | undefined
  next?: PageLink | undefined
  items?:
    | (
        | { number: number | string; href: string; isCurrent?: boolean | undefined; hiddenText?: string | undefined }
        | 'gap'
      )[]
    | undefined
  label?: string | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

/** Links to other pages of the same list. */
export function Pagination({ previous, next, items, label = 'Pagination', class: extra, attributes }: PaginationProps) {
  const isBlock = !items && Boolean(previous || next)
  return (
    <nav
      class={names('govuk-pagination', isBlock && 'govuk-pagination--block', extra)}
      aria-label={label}
      {...attributes}
    >
      {previous && <Arrow link={previous} type="prev" isBlock={isBlock} words="Previous" />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map(item =>
            item === 'gap' ? (
              <li class="govuk-pagination__item govuk-pagination__item--ellipsis">…</li>
            ) : (
              <li class={names('govuk-pagination__item', item.isCurrent && 'govuk-pagination__item--current')}>
                <a
                  class="govuk-link govuk-pagination__link"
                  href={item.href}
                  aria-label={item.hiddenText ?? `Page ${item.number}`}
                  aria-current={item.isCurrent ? 'page' : undefined}
                >
                  {item.number}
                </a>
              </li>
            ),
          )}
        </ul>
      )}
      {next && <Arrow link={next} type="next" isBlock={isBlock} words="Next" />}
    </nav>
  )
}

function Arrow(props: { link: PageLink; type: 'prev' | 'next'; isBlock: boolean; words: string }) {
  const { link, type, isBlock } = props
  const arrow = (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable={'false' as never}
      viewBox="0 0 15 13"
    >
      <path d={arrows[type]} />
    </svg>
  )
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {(isBlock || type === 'prev') && arrow}
        <span
          class={names(
            'govuk-pagination__link-title',
            isBlock && !link.label && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? (
            <>
              {props.words}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.label && isBlock && (
          <>
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!isBlock && type === 'next' && arrow}
      </a>
    </div>
  )
}
