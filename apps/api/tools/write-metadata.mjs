// Reads DTOs and views with the compiler and writes what Swagger must know of them to src/metadata.ts, so that nobody repeats types in decorators.
import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';

new PluginMetadataGenerator().generate({
  visitors: [
    new ReadonlyVisitor({
      introspectComments: true,
      classValidatorShim: true,
      esmCompatible: true,
      dtoFileNameSuffix: ['.dto.ts', '.view.ts', '.controller.ts'],
      controllerFileNameSuffix: ['.controller.ts'],
      pathToSource: new URL('../src', import.meta.url).pathname,
    }),
  ],
  outputDir: new URL('../src', import.meta.url).pathname,
  tsconfigPath: 'tsconfig.json',
  printDiagnostics: false,
});
