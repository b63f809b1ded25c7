/**
 * English local authorities with children’s services since 2018: their codes by scheme, and the days between which they stood.
 * Source: Department for Education and Office for National Statistics lists. Contains public sector information licensed
 * under the Open Government Licence v3.0.
 */

export interface Authority {
  readonly dfe: string
  readonly ons: string
  readonly name: string
  readonly region: string
  readonly from: string
  /** Last day; none where it stands. */
  readonly to: string | null
}

/** One authority a line: DfE code, ONS code, first day, last day, region, name. */
const lines = `
805|E06000001|2009-01-01||North East|Hartlepool
806|E06000002|2009-01-01||North East|Middlesbrough
807|E06000003|2009-01-01||North East|Redcar and Cleveland
808|E06000004|2009-01-01||North East|Stockton-on-Tees
841|E06000005|2009-01-01||North East|Darlington
876|E06000006|2009-01-01||North West|Halton
877|E06000007|2009-01-01||North West|Warrington
889|E06000008|2009-01-01||North West|Blackburn with Darwen
890|E06000009|2009-01-01||North West|Blackpool
810|E06000010|2009-01-01||Yorkshire and The Humber|Kingston upon Hull, City of
811|E06000011|2009-01-01||Yorkshire and The Humber|East Riding of Yorkshire
812|E06000012|2009-01-01||Yorkshire and The Humber|North East Lincolnshire
813|E06000013|2009-01-01||Yorkshire and The Humber|North Lincolnshire
816|E06000014|2009-01-01||Yorkshire and The Humber|York
831|E06000015|2009-01-01||East Midlands|Derby
856|E06000016|2009-01-01||East Midlands|Leicester
857|E06000017|2009-01-01||East Midlands|Rutland
892|E06000018|2009-01-01||East Midlands|Nottingham
884|E06000019|2009-01-01||West Midlands|Herefordshire, County of
894|E06000020|2009-01-01||West Midlands|Telford and Wrekin
861|E06000021|2009-01-01||West Midlands|Stoke-on-Trent
800|E06000022|2009-01-01||South West|Bath and North East Somerset
801|E06000023|2009-01-01||South West|Bristol, City of
802|E06000024|2009-01-01||South West|North Somerset
803|E06000025|2009-01-01||South West|South Gloucestershire
879|E06000026|2009-01-01||South West|Plymouth
880|E06000027|2009-01-01||South West|Torbay
837|E06000028|2009-01-01|2019-03-31|South West|Bournemouth
836|E06000029|2009-01-01|2019-03-31|South West|Poole
866|E06000030|2009-01-01||South West|Swindon
874|E06000031|2009-01-01||East of England|Peterborough
821|E06000032|2009-01-01||East of England|Luton
882|E06000033|2009-01-01||East of England|Southend-on-Sea
883|E06000034|2009-01-01||East of England|Thurrock
887|E06000035|2009-01-01||South East|Medway
867|E06000036|2009-01-01||South East|Bracknell Forest
869|E06000037|2009-01-01||South East|West Berkshire
870|E06000038|2009-01-01||South East|Reading
871|E06000039|2009-01-01||South East|Slough
868|E06000040|2009-01-01||South East|Windsor and Maidenhead
872|E06000041|2009-01-01||South East|Wokingham
826|E06000042|2009-01-01||South East|Milton Keynes
846|E06000043|2009-01-01||South East|Brighton and Hove
851|E06000044|2009-01-01||South East|Portsmouth
852|E06000045|2009-01-01||South East|Southampton
921|E06000046|2009-01-01||South East|Isle of Wight
840|E06000047|2009-04-01||North East|County Durham
895|E06000049|2009-04-01||North West|Cheshire East
896|E06000050|2009-04-01||North West|Cheshire West and Chester
893|E06000051|2009-04-01||West Midlands|Shropshire
908|E06000052|2009-04-01||South West|Cornwall
420|E06000053|2009-04-01||South West|Isles of Scilly
865|E06000054|2009-04-01||South West|Wiltshire
822|E06000055|2009-04-01||East of England|Bedford
823|E06000056|2009-04-01||East of England|Central Bedfordshire
929|E06000057|2013-04-01||North East|Northumberland
839|E06000058|2019-04-01||South West|Bournemouth, Christchurch and Poole
838|E06000059|2019-04-01||South West|Dorset
825|E06000060|2020-04-01||South East|Buckinghamshire
940|E06000061|2021-04-01||East Midlands|North Northamptonshire
941|E06000062|2021-04-01||East Midlands|West Northamptonshire
942|E06000063|2023-04-01||North West|Cumberland
943|E06000064|2023-04-01||North West|Westmorland and Furness
815|E06000065|2023-04-01||Yorkshire and The Humber|North Yorkshire
933|E06000066|2023-04-01||South West|Somerset
350|E08000001|2009-01-01||North West|Bolton
351|E08000002|2009-01-01||North West|Bury
352|E08000003|2009-01-01||North West|Manchester
353|E08000004|2009-01-01||North West|Oldham
354|E08000005|2009-01-01||North West|Rochdale
355|E08000006|2009-01-01||North West|Salford
356|E08000007|2009-01-01||North West|Stockport
357|E08000008|2009-01-01||North West|Tameside
358|E08000009|2009-01-01||North West|Trafford
359|E08000010|2009-01-01||North West|Wigan
340|E08000011|2009-01-01||North West|Knowsley
341|E08000012|2009-01-01||North West|Liverpool
342|E08000013|2009-01-01||North West|St. Helens
343|E08000014|2009-01-01||North West|Sefton
344|E08000015|2009-01-01||North West|Wirral
370|E08000016|2009-01-01|2025-04-30|Yorkshire and The Humber|Barnsley
371|E08000017|2009-01-01||Yorkshire and The Humber|Doncaster
372|E08000018|2009-01-01||Yorkshire and The Humber|Rotherham
373|E08000019|2009-01-01|2025-04-30|Yorkshire and The Humber|Sheffield
391|E08000021|2009-01-01||North East|Newcastle upon Tyne
392|E08000022|2009-01-01||North East|North Tyneside
393|E08000023|2009-01-01||North East|South Tyneside
394|E08000024|2009-01-01||North East|Sunderland
330|E08000025|2009-01-01||West Midlands|Birmingham
331|E08000026|2009-01-01||West Midlands|Coventry
332|E08000027|2009-01-01||West Midlands|Dudley
333|E08000028|2009-01-01||West Midlands|Sandwell
334|E08000029|2009-01-01||West Midlands|Solihull
335|E08000030|2009-01-01||West Midlands|Walsall
336|E08000031|2009-01-01||West Midlands|Wolverhampton
380|E08000032|2009-01-01||Yorkshire and The Humber|Bradford
381|E08000033|2009-01-01||Yorkshire and The Humber|Calderdale
382|E08000034|2009-01-01||Yorkshire and The Humber|Kirklees
383|E08000035|2009-01-01||Yorkshire and The Humber|Leeds
384|E08000036|2009-01-01||Yorkshire and The Humber|Wakefield
390|E08000037|2013-04-01||North East|Gateshead
370|E08000038|2025-05-01||Yorkshire and The Humber|Barnsley
373|E08000039|2025-05-01||Yorkshire and The Humber|Sheffield
201|E09000001|2009-01-01||London|City of London
301|E09000002|2009-01-01||London|Barking and Dagenham
302|E09000003|2009-01-01||London|Barnet
303|E09000004|2009-01-01||London|Bexley
304|E09000005|2009-01-01||London|Brent
305|E09000006|2009-01-01||London|Bromley
202|E09000007|2009-01-01||London|Camden
306|E09000008|2009-01-01||London|Croydon
307|E09000009|2009-01-01||London|Ealing
308|E09000010|2009-01-01||London|Enfield
203|E09000011|2009-01-01||London|Greenwich
204|E09000012|2009-01-01||London|Hackney
205|E09000013|2009-01-01||London|Hammersmith and Fulham
309|E09000014|2009-01-01||London|Haringey
310|E09000015|2009-01-01||London|Harrow
311|E09000016|2009-01-01||London|Havering
312|E09000017|2009-01-01||London|Hillingdon
313|E09000018|2009-01-01||London|Hounslow
206|E09000019|2009-01-01||London|Islington
207|E09000020|2009-01-01||London|Kensington and Chelsea
314|E09000021|2009-01-01||London|Kingston upon Thames
208|E09000022|2009-01-01||London|Lambeth
209|E09000023|2009-01-01||London|Lewisham
315|E09000024|2009-01-01||London|Merton
316|E09000025|2009-01-01||London|Newham
317|E09000026|2009-01-01||London|Redbridge
318|E09000027|2009-01-01||London|Richmond upon Thames
210|E09000028|2009-01-01||London|Southwark
319|E09000029|2009-01-01||London|Sutton
211|E09000030|2009-01-01||London|Tower Hamlets
320|E09000031|2009-01-01||London|Waltham Forest
212|E09000032|2009-01-01||London|Wandsworth
213|E09000033|2009-01-01||London|Westminster
825|E10000002|2009-01-01|2020-03-31|South East|Buckinghamshire
873|E10000003|2009-01-01||East of England|Cambridgeshire
909|E10000006|2009-01-01|2023-03-31|North West|Cumbria
830|E10000007|2009-01-01||East Midlands|Derbyshire
878|E10000008|2009-01-01||South West|Devon
835|E10000009|2009-01-01|2019-03-31|South West|Dorset
845|E10000011|2009-01-01||South East|East Sussex
881|E10000012|2009-01-01||East of England|Essex
916|E10000013|2009-01-01||South West|Gloucestershire
850|E10000014|2009-01-01||South East|Hampshire
919|E10000015|2009-01-01||East of England|Hertfordshire
886|E10000016|2009-01-01||South East|Kent
888|E10000017|2009-01-01||North West|Lancashire
855|E10000018|2009-01-01||East Midlands|Leicestershire
925|E10000019|2009-01-01||East Midlands|Lincolnshire
926|E10000020|2009-01-01||East of England|Norfolk
928|E10000021|2009-01-01|2021-03-31|East Midlands|Northamptonshire
815|E10000023|2009-01-01|2023-03-31|Yorkshire and The Humber|North Yorkshire
891|E10000024|2009-01-01||East Midlands|Nottinghamshire
931|E10000025|2009-01-01||South East|Oxfordshire
933|E10000027|2009-01-01|2023-03-31|South West|Somerset
860|E10000028|2009-01-01||West Midlands|Staffordshire
935|E10000029|2009-01-01||East of England|Suffolk
936|E10000030|2009-01-01||South East|Surrey
937|E10000031|2009-01-01||West Midlands|Warwickshire
938|E10000032|2009-01-01||South East|West Sussex
885|E10000034|2009-01-01||West Midlands|Worcestershire
`

/** The ONS codes that followed a code: where authorities merged, were divided, or were given a new code. */
export const successors: Readonly<Record<string, readonly string[]>> = {
  // Bournemouth and Poole; and Dorset, of which Christchurch went with them.
  E06000028: ['E06000058'],
  E06000029: ['E06000058'],
  E10000009: ['E06000059', 'E06000058'],
  // Buckinghamshire.
  E10000002: ['E06000060'],
  // Northamptonshire: North, West.
  E10000021: ['E06000061', 'E06000062'],
  // Cumbria: Cumberland, Westmorland and Furness.
  E10000006: ['E06000063', 'E06000064'],
  // North Yorkshire, Somerset.
  E10000023: ['E06000065'],
  E10000027: ['E06000066'],
  // Barnsley and Sheffield, with new codes for the same councils.
  E08000016: ['E08000038'],
  E08000019: ['E08000039'],
}

/** Every authority, in the order of the official list. */
export const authorities: readonly Authority[] = lines
  .trim()
  .split('\n')
  .map(line => {
    const [dfe = '', ons = '', from = '', to = '', region = '', name = ''] = line.split('|')
    return { dfe, ons, from, to: to || null, region, name }
  })

/** The authority with a DfE code: the one standing last where a code was used again; nothing for a code that was never given. */
export function findAuthority(dfe: string): Authority | undefined {
  return authorities.findLast(authority => authority.dfe === dfe)
}
