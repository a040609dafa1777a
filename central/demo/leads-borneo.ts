import { leadsOf } from './lead.ts';

/** Invented news of Sabah, Sarawak and Labuan, and the one with ten victims. */
export const BORNEO_LEADS = leadsOf([
  ['Estate worker killed by lightning in Lahad Datu', 'Sabah', 5.027, 118.327],
  ['Dua pekerja kilang sawit maut dalam tangki di Sandakan', 'Sabah', 5.84, 118.117, 'agency'],
  ['Buruh binaan maut jatuh dari tingkat lapan hotel di Kota Kinabalu', 'Sabah', 5.98, 116.073],
  ['Pekerja ladang cedera diserang buaya di Kinabatangan', 'Sabah', 5.58, 118.09, 'community'],
  ['Lori pekerja ladang terbalik di Tawau, lima cedera', 'Sabah', 4.253, 117.889],
  ['Boat capsizes off Semporna, dive crew member missing', 'Sabah', 4.48, 118.611, 'electronic'],
  ['Pemandu kenderaan syarikat maut dalam kemalangan di jalan Keningau-Sook', 'Sabah', 5.338, 116.16],
  ['Pekerja kilang papan putus jari di Beaufort', 'Sabah', 5.347, 115.745, 'hotline'],
  ['Malim gunung cedera ditimpa batu di Ranau', 'Sabah', 5.953, 116.664, 'community'],
  ['Limbungan Labuan: pengimpal melecur dalam letupan gas', 'Labuan', 5.28, 115.247, 'agency'],
  ['Offshore supply crewman hurt in Labuan mooring accident', 'Labuan', 5.276, 115.24, 'electronic'],
  ['Juruteknik maut terkena renjatan elektrik di kilang Labuan', 'Labuan', 5.32, 115.22],
  ['Warga emas nakhoda maut, bot ekspres terbalik di Sungai Rajang dekat Kapit', 'Sarawak', 2.0, 112.93],
  ['Sawmill worker loses arm in Bintulu accident', 'Sarawak', 3.17, 113.04],
  ['Buruh maut tertimbus tanah di tapak pembinaan Samarahan', 'Sarawak', 1.46, 110.45, 'agency'],
  ['Pekerja kedai perkakas cedera ditimpa rak besi di Kuching', 'Sarawak', 1.557, 110.355, 'social'],
  ['Pekerja limbungan Sibu cedera jatuh dari pelantar kapal', 'Sarawak', 2.287, 111.83],
  ['Technician dies in Miri oilfield valve blast', 'Sarawak', 4.4, 113.991, 'electronic'],
  ['Lori balak terbabas di jalan ladang Limbang, pemandu cedera', 'Sarawak', 4.751, 115.009, 'community'],
  ['Pekerja kilang sagu cedera tersepit mesin di Mukah', 'Sarawak', 2.9, 112.09, 'hotline'],
  ['Pekerja ladang lemas menyeberang sungai di Sarikei', 'Sarawak', 2.125, 111.519, 'community'],
  ['Longhouse electrician electrocuted during rewiring in Sri Aman', 'Sarawak', 1.237, 111.463],
]);

/** Ten victims in one accident, as a mass accident would come in. */
export const MASS_LEADS = leadsOf([
  ['Sepuluh pekerja ladang cedera lori terbalik di Lahad Datu', 'Sabah', 5.027, 118.327, 'agency'],
]);
