import type { ConceptTexts } from '#i18n/plain-name.ts';

export const visits: ConceptTexts<'visits'> = {
  checkUp: {
    name: 'Chequeo',
    says: 'Una consulta para mirar la salud en general, sin una molestia en particular.',
  },
  yearlyVisit: {
    name: 'Consulta anual',
    says: 'La consulta de una vez al año para mirar la salud en general.',
  },
  childCheckUp: {
    name: 'Chequeo infantil',
    says: 'Una consulta para mirar el crecimiento y la salud del niño en general.',
  },
  problemVisit: {
    name: 'Consulta por un problema de salud',
    says: 'Una consulta a causa de un problema de salud.',
  },
  symptomVisit: { name: 'Consulta por una molestia', says: 'Una consulta por algo que se sintió o se notó.' },
  followUp: {
    name: 'Consulta de seguimiento',
    says: 'Una consulta posterior, para ver cómo ha ido todo desde entonces.',
  },
  officeVisitNew: {
    name: 'Consulta en el consultorio, paciente nuevo',
    says: 'Una consulta en un consultorio donde la persona todavía no era conocida.',
  },
  officeVisit: {
    name: 'Consulta en el consultorio',
    says: 'Una consulta en un consultorio donde la persona ya era conocida.',
  },
  consultation: {
    name: 'Consulta para pedir una opinión',
    says: 'Una consulta con alguien cuya opinión se pidió.',
  },
  emergency: { name: 'Visita a urgencias', says: 'Una visita a la sala de urgencias de un hospital.' },
  urgentCare: {
    name: 'Visita de atención inmediata',
    says: 'Una visita a un lugar de atención que no puede esperar, pero no es una emergencia.',
  },
  hospitalStay: { name: 'Hospitalización', says: 'Atención en un hospital, con una cama allí.' },
  hospitalLeaving: { name: 'Alta del hospital', says: 'El último día de una hospitalización.' },
  telehealth: {
    name: 'Consulta por teléfono o video',
    says: 'Una consulta a distancia, por teléfono o video.',
  },
  telephone: { name: 'Consulta por teléfono', says: 'Una conversación telefónica con el equipo médico.' },
  online: {
    name: 'Consulta por mensajes escritos',
    says: 'Preguntas y respuestas por escrito con el equipo médico.',
  },
  prenatal: { name: 'Consulta del embarazo', says: 'Una consulta para ver cómo va el embarazo.' },
  postnatal: {
    name: 'Consulta después del parto',
    says: 'Una consulta para ver cómo está la madre después del parto.',
  },
  vaccination: { name: 'Vacunación', says: 'Se puso una vacuna.' },
};
