export {
  listVariables,
  parseTemplate,
  renderTemplate,
  type Rendering,
  type TemplatePart,
  type TemplateValues,
} from './message-template.js';
