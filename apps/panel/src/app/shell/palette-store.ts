import { create } from 'zustand';

interface OpenState {
  open: boolean;
  show: () => void;
  set: (open: boolean) => void;
}

const openState = () =>
  create<OpenState>((set) => ({ open: false, show: () => set({ open: true }), set: (open) => set({ open }) }));

export const usePalette = openState();
export const useShortcutSheet = openState();
