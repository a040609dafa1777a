// AG Grid community, found from here alone: the peers have a package of their own.
import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community';

ModuleRegistry.registerModules([AllCommunityModule]);

/** A grid in a box, in its newest theme. @returns its API */
export function openGrid(box, options) {
  return createGrid(box, { theme: themeQuartz, ...options });
}
