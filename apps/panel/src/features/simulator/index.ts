export { SimulatorScreen } from './screen';
