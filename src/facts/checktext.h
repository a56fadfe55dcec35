/* checktext - data checks of what persons wrote. */
#ifndef GEPPO_CHECKTEXT_H
#define GEPPO_CHECKTEXT_H

struct findings;

/* Contact data and secrets in fields that are not for them. */
void checktext_personal(struct findings *findings);

#endif
