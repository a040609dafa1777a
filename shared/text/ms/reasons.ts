import type { Words } from '#shared/text/words.ts';

export const words = {
  'route.postcode': 'mengikut poskod {postcode}, {km}',
  'route.district': 'mengikut daerah {district}, {km}',
  'route.district-nearby': 'mengikut daerah {district} ({place}, tempat terdekat), {km}',
  'route.federal-territory': 'pejabat bagi {state}, {km}',
  'route.nearest-on-landmass': 'terdekat di daratan yang sama, {state}, {km}',
  'route.nearest-in-state': 'terdekat dalam negeri {state}, {km}',
  'route.nearest': 'pejabat terdekat, {km}',
  'candidate.near': '{km} dari tempat kejadian',
  'candidate.state-office': 'pejabat negeri {state}, {km}',
  'candidate.heirs': 'pejabat waris di {town}, {km} dari situ',
  'candidate.chosen': 'pilihan anda',
} as const satisfies Words;
