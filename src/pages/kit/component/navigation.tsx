// Ways about: back, breadcrumbs, skip link, pages of a list, tabs, and the strip of the service.
import { type Attributes, type Content, type Extra, names } from './markup.ts'

/** Back to the page before. */
export function BackLink(props: Extra & { href?: string | undefined; children?: Content }) {
  return (
    <a href={props.href ?? '#'} class={names('govuk-back-link', props.class)} {...props.attributes}>
      {props.children ?? 'Back'}
    </a>
  )
}

/** Past the header, for those who go by keyboard. */
export function SkipLink(props: Extra & { href?: string | undefined; children?: Content }) {
  return (
    <a
      href={props.href ?? '#content'}
      class={names('govuk-skip-link', props.class)}
      {...props.attributes}
      data-module="govuk-skip-link"
    >
      {props.children}
    </a>
  )
}

export interface Crumb {
  text: Content
  /** The page itself has none. */
  href?: string | undefined
  attributes?: Attributes | undefined
}

/** Where this page is. */
export function Breadcrumbs(props: Extra & { items: Crumb[]; label?: string; collapseOnMobile?: boolean | undefined }) {
  return (
    <nav
      class={names('govuk-breadcrumbs', props.class, props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      {...props.attributes}
      aria-label={props.label ?? 'Breadcrumb'}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map(item =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}

export interface TabsProps extends Extra {
  id?: string | undefined
  title?: string | undefined
  items: {
    id: string
    label: Content
    panel: Content
    attributes?: Attributes | undefined
    panelAttributes?: Attributes | undefined
  }[]
}

/** Parts of a page, one at a time. Without script: a list of links, and all the parts below. */
export function Tabs({ id, title = 'Contents', items, class: extra, attributes }: TabsProps) {
  return (
    <div id={id} class={names('govuk-tabs', extra)} {...attributes} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map((item, index) => (
            <li class={names('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${item.id}`} {...item.attributes}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {items.map((item, index) => (
        <div
          class={names('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
          id={item.id}
          {...item.panelAttributes}
        >
          {item.panel}
        </div>
      ))}
    </div>
  )
}

export interface ServiceNavigationProps extends Extra {
  items: { text: Content; href?: string | undefined; isCurrent?: boolean | undefined; isActive?: boolean | undefined }[]
  serviceName?: string | undefined
  serviceUrl?: string | undefined
  /** A menu button on a phone, where script runs. By default when there is more than one item. */
  collapse?: boolean | undefined
  navigationId?: string | undefined
  navigationClass?: string | undefined
  label?: string | undefined
}

/** The main pages of the service. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { items, serviceName, navigationId = 'navigation', label = 'Menu' } = props
  const Outer = serviceName ? 'section' : 'div'
  return (
    <Outer
      aria-label={serviceName ? 'Service information' : undefined}
      class={names('govuk-service-navigation', props.class)}
      data-module="govuk-service-navigation"
      {...props.attributes}
    >
      <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
          {serviceName && (
            <span class="govuk-service-navigation__service-name">
              {props.serviceUrl ? (
                <a href={props.serviceUrl} class="govuk-service-navigation__link">
                  {serviceName}
                </a>
              ) : (
                <span class="govuk-service-navigation__text">{serviceName}</span>
              )}
            </span>
          )}
          {items.length > 0 && (
            <nav aria-label={label} class={names('govuk-service-navigation__wrapper', props.navigationClass)}>
              {(props.collapse ?? items.length > 1) && (
                <button
                  type="button"
                  class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                  aria-controls={navigationId}
                  hidden
                  aria-hidden="true"
                >
                  Menu
                </button>
              )}
              <ul class="govuk-service-navigation__list" id={navigationId}>
                {items.map(item => (
                  <NavigationItem {...item} />
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </Outer>
  )
}

function NavigationItem({ text, href, isCurrent, isActive }: ServiceNavigationProps['items'][number]) {
  const here = isCurrent || isActive
  const current = here ? (isCurrent ? 'page' : 'true') : undefined
  const words = here ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text
  return (
    <li class={names('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={current}>
          {words}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={current}>
          {words}
        </span>
      )}
    </li>
  )
}
