import type { Words } from '#shared/text/words.ts';

export const words = {
  'tiles.title': 'Map background',
  'tiles.what':
    'The map can be drawn over pictures from a map server. That server will know which areas are looked at from this desk. Pictures once seen are kept on the disk and go on being shown without a network. The high contrast theme stays without them.',
  'tiles.url': 'Address of the tiles',
  'tiles.url.hint': 'Such as https://server.example/{z}/{x}/{y}.png',
  'tiles.credit': 'Credit on the map',
  'tiles.credit.hint': 'As the server asks for it, such as © OpenStreetMap contributors',
  'tiles.look': 'Look of the pictures',
  'tiles.look.paper': 'Light map',
  'tiles.look.air': 'Photograph from the air, or dark map',
  'tiles.look.hint': 'Dark and light theme dim each in its own way, so that cases stay clear.',
  'tiles.fault.form':
    'Write a whole address that begins with https://, without spaces and without braces in the name of the server.',
  'tiles.fault.secret': 'Take away the user name and password in front of the server’s name.',
  'tiles.fault.scheme': 'Use https://. An http:// address is taken for this computer alone (127.0.0.1).',
  'tiles.fault.places': 'Put {z}, {x} and {y} behind the name of the server, each of them once.',
  'tiles.fault.words': 'Only {z}, {x} and {y} may stand in braces; put values in place of the others.',
  'tiles.fault.credit': 'Write the credit that the server asks for; it is shown on the map.',
  'tiles.save': 'Save',
  'tiles.remove': 'Turn off',
  'tiles.kept': 'Kept for when there is no network: {n} {n|picture|pictures}, {size} of {limit} MB',
  'tiles.clear': 'Delete what is kept',
  'tiles.admin': 'Only an admin can set the background of the map.',
  'tiles.on': 'Now: pictures from {host}.',
  'tiles.off': 'Now: no background.',
  'tiles.browser':
    'There is no map background while the console is open in a browser. The console’s own app has it, which keeps it on the disk.',
} as const satisfies Words;
