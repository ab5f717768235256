"""Addresses of the dialogue: corrections, conversations, and following."""

from django.urls import path

from catalogue.dialogue.views import answering, contact, corrections, following

urlpatterns = [
    path("interventions/<slug:slug>/correct", corrections.correction, name="correction"),
    path("corrections/sent", corrections.correction_sent, name="correction-sent"),
    path("corrections/confirm/<str:secret>", corrections.correction_confirm, name="correction-confirm"),
    path("review/corrections", answering.review_corrections, name="review-corrections"),
    path("review/corrections/<slug:reference>", answering.review_correction, name="review-correction"),
    path("interventions/<slug:slug>/contact", contact.contact_start, name="contact-start"),
    path("contact", contact.contact_list, name="contact-list"),
    path("contact/<slug:reference>", contact.contact_detail, name="contact-detail"),
    path("interventions/<slug:slug>/follow", following.follow_record, name="follow-record"),
    path("follow", following.follow_question, name="follow-question"),
    path("follow/sent", following.follow_sent, name="follow-sent"),
    path("follow/confirm/<str:token>", following.follow_confirm, name="follow-confirm"),
    path("follow/stop/<str:token>", following.follow_stop, name="follow-stop"),
]
