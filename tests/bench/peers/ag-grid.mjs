// Found from here alone: the peers have a package of their own.
export { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community';
