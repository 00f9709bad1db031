import { createRoute } from '@tanstack/react-router';
import { lazyFeature } from '../app/lazy-feature';
import { Gate } from '../app/shell/gate';
import { shellRoute } from './shell';

const feature = lazyFeature(() => import('../features/simulator'), ['simulator', 'conversations']);

export const simulatorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/simulador',
  staticData: { title: 'simulator' },
  loader: feature.load,
  component: () => {
    const { SimulatorScreen } = feature.screens();
    return (
      <Gate permission="simulator:use">
        <SimulatorScreen />
      </Gate>
    );
  },
});
