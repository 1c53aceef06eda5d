// Forms that apps open: text fields and selects in a dialog, sent back as one interaction.

import { el, replace } from './dom.js';
import { icon } from './icons.js';
import { inlineMarkdown, markdown } from './markdown.js';

const kind = { row: 1, select: 3, text: 4, display: 10, label: 18 };
const paragraph = 2;

/** Shows the modal of an INTERACTION_MODAL_CREATE. `submit(data)` rejects with a sentence when it is refused. */
export function openModal(modal, submit) {
  const fields = [];
  const error = el('p', { class: 'failed', role: 'alert', hidden: true });
  const send = el('button', { type: 'submit', class: 'button primary', text: 'Submit', dataset: { testid: 'modal-submit' } });
  const form = el('form', { class: 'modal-form', method: 'dialog', novalidate: true },
    el('header', { class: 'modal-head' },
      el('h2', { id: `modal-title-${modal.id}`, text: modal.title }),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', on: { click: () => dialog.close() } }, icon('close'))),
    el('div', { class: 'modal-body' }, modal.components.map(component => row(component, fields))),
    error,
    el('footer', { class: 'modal-foot' },
      el('span', { class: 'modal-app', text: modal.application?.name ? `This form is ${modal.application.name}'s. Share no passwords.` : '' }),
      el('button', { type: 'button', class: 'button plain', text: 'Cancel', on: { click: () => dialog.close() } }),
      send));
  const dialog = el('dialog', { class: 'modal', 'aria-labelledby': `modal-title-${modal.id}`, dataset: { testid: 'modal' } }, form);

  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (fields.map(field => field.check()).includes(false)) return fields.find(field => !field.check())?.focus();
    send.disabled = true;
    error.hidden = true;
    try {
      await submit({ id: modal.id, custom_id: modal.custom_id, components: modal.components.map(component => answer(component, fields)).filter(Boolean) });
      dialog.close();
    } catch (refused) {
      error.hidden = false;
      replace(error, icon('warning'), refused.message);
    } finally {
      send.disabled = false;
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.focus();
}

function row(component, fields) {
  switch (component.type) {
    case kind.row: return component.components.map(child => field(child, child.label, undefined, fields));
    case kind.label: return field(component.component, component.label, component.description, fields);
    case kind.display: return el('div', { class: 'text' }, markdown(component.content));
    default: return null;
  }
}

function answer(component, fields) {
  const value = child => fields.find(known => known.component === child).value();
  if (component.type === kind.row) return { type: kind.row, components: component.components.map(value) };
  if (component.type === kind.label) return { type: kind.label, component: value(component.component) };
  return undefined;
}

function field(component, label, description, fields) {
  const made = component.type === kind.text ? textField(component) : selectField(component);
  const required = component.required ?? true;
  const complaint = el('span', { class: 'field-error', role: 'alert' });
  const id = `field-${component.custom_id}`;
  made.input.id = id;
  made.input.setAttribute('aria-required', String(required));
  fields.push({
    component,
    value: made.value,
    focus: () => made.input.focus(),
    check: () => {
      const wrong = made.wrong(required);
      complaint.textContent = wrong ?? '';
      made.input.setAttribute('aria-invalid', String(Boolean(wrong)));
      return !wrong;
    },
  });
  return el('div', { class: 'modal-field' },
    el('label', { for: id }, inlineMarkdown(label ?? component.custom_id), required ? el('span', { class: 'required-mark', 'aria-hidden': 'true', text: ' *' }) : null),
    description ? el('p', { class: 'field-description', text: description }) : null,
    made.input,
    complaint);
}

function textField(component) {
  const multiline = component.style === paragraph;
  const input = el(multiline ? 'textarea' : 'input', {
    class: 'field', rows: multiline ? '5' : null, type: multiline ? null : 'text', placeholder: component.placeholder,
    maxlength: component.max_length, dataset: { testid: `modal-field-${component.custom_id}` },
  });
  input.value = component.value ?? '';
  return {
    input,
    value: () => ({ type: kind.text, custom_id: component.custom_id, value: input.value }),
    wrong: required => {
      const length = [...input.value].length;
      if (required && length === 0) return 'This field is required.';
      if (length > 0 && component.min_length && length < component.min_length) return `At least ${component.min_length} characters are needed.`;
      return undefined;
    },
  };
}

function selectField(component) {
  const several = (component.max_values ?? 1) > 1;
  const input = el('select', { class: 'field', multiple: several, dataset: { testid: `modal-field-${component.custom_id}` } },
    several ? null : el('option', { value: '', text: component.placeholder ?? 'Make a selection' }),
    (component.options ?? []).map(option => el('option', { value: option.value, text: option.label, selected: option.default })));
  const values = () => [...input.selectedOptions].map(option => option.value).filter(value => value !== '');
  return {
    input,
    value: () => ({ type: component.type, custom_id: component.custom_id, values: values() }),
    wrong: required => required && values().length < (component.min_values ?? 1) ? 'Make a selection.' : undefined,
  };
}
